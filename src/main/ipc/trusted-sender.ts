import type { IpcMainInvokeEvent } from 'electron';

/** True for a request from the main frame of one of our own pages; `origin` is the origin those pages have. */
export function isTrustedSender(event: IpcMainInvokeEvent, origin: string): boolean {
  // Read at once: the frame of an event is gone after a navigation.
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return false;
  return originOf(frame.url) === origin;
}

/** Scheme and host of an address; `URL.origin` is "null" for schemes of our own. */
export function originOf(address: string): string | null {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    return null;
  }
}
