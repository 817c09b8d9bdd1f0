import type { MessagePort } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { AsyncDatabase } from '../interface.ts';
import { type CallMessage, type CallName, callNames, type WorkerMessage } from './wire.ts';

/** Calls of the owning thread from a thread that is not main, so that what they carry does not go through main. */
export interface DatabaseLine {
  readonly db: AsyncDatabase;
  close(): void;
}

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
}

/** `port`: from `DatabaseClient.connect`. Once the owner is gone, open and later calls fail with database-stopped. */
export function openLine(port: MessagePort): DatabaseLine {
  const pending = new Map<number, PendingCall>();
  let lastId = 0;
  let isClosed = false;
  const stopped = () =>
    new AppError({ code: 'database-stopped', details: { detail: 'the database thread is gone' } });

  port.on('message', (message: WorkerMessage) => {
    if (message.kind !== 'answer') return;
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.result.ok) waiting?.resolve(message.result.value);
    else waiting?.reject(new AppError(message.result.error));
  });
  port.on('close', () => {
    isClosed = true;
    for (const { reject } of pending.values()) reject(stopped());
    pending.clear();
  });

  function call(name: CallName, input: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (isClosed) {
        reject(stopped());
        return;
      }
      lastId += 1;
      const message: CallMessage = { kind: 'call', id: lastId, name, input };
      port.postMessage(message);
      pending.set(lastId, { resolve, reject });
    });
  }

  return {
    // Each name becomes a function that sends it: the shape `AsyncDatabase` describes.
    db: Object.fromEntries(
      callNames.map((name) => [name, (input: unknown) => call(name, input)]),
    ) as unknown as AsyncDatabase,
    close: () => port.close(),
  };
}
