import { useSyncExternalStore } from 'react';

/** The longest the window may be busy after its start before it counts as idle, in milliseconds. */
const patienceMs = 2_000;

let hasBeenIdle = false;
let listeners: (() => void)[] = [];

function subscribe(listener: () => void): () => void {
  if (listeners.length === 0 && !hasBeenIdle) requestIdleCallback(becomeIdle, { timeout: patienceMs });
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

function becomeIdle(): void {
  hasBeenIdle = true;
  for (const listener of listeners) listener();
}

/** False until the window has been painted and had a moment with nothing to do. */
export function useHasBeenIdle(): boolean {
  return useSyncExternalStore(subscribe, () => hasBeenIdle);
}
