import { BrowserWindow, ipcMain } from 'electron';
import type { Emit, Handlers, RequestName, RequestOutput } from '#shared/contract/index.ts';
import { AppError, type Result, toErrorReport } from '#shared/errors.ts';
import { isTrustedSender } from './trusted-sender.ts';
import { parseInput } from './validate.ts';

export interface RouterOptions {
  /** Scheme and host of the pages that may ask. */
  readonly trustedOrigin: string;
  readonly log: (line: string) => void;
}

/** Answers every request of the contract. The only place that knows ipcMain. */
export function serve(handlers: Handlers, options: RouterOptions): void {
  const names = Object.keys(handlers).filter((name): name is RequestName => name in handlers);
  for (const name of names) serveOne(name, handlers[name], options);
}

function serveOne<Name extends RequestName>(
  name: Name,
  handler: Handlers[Name],
  options: RouterOptions,
): void {
  ipcMain.handle(name, async (event, input: unknown): Promise<Result<RequestOutput<Name>>> => {
    try {
      if (!isTrustedSender(event, options.trustedOrigin)) {
        throw new AppError({ code: 'untrusted-sender', details: { request: name } });
      }
      return { ok: true, value: await handler(parseInput(name, input)) };
    } catch (thrown) {
      const error = toErrorReport(thrown);
      if (error.code === 'internal' || error.code === 'invalid-input') {
        options.log(
          `${name}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
        );
      }
      return { ok: false, error };
    }
  });
}

/** Sends an event to every window that is still there. */
export const emit: Emit = (name, payload) => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(name, payload);
  }
};
