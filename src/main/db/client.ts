import { Worker } from 'node:worker_threads';
import { AppError, type ErrorReport, messageOf } from '#shared/errors.ts';
import type { AsyncDatabase } from './interface.ts';
import { type CallMessage, type CallName, callNames, type WorkerInput, type WorkerMessage } from './wire.ts';

export interface DatabaseClientOptions {
  /** The built or source file of `worker.ts`. */
  readonly workerPath: string;
  readonly databasePath: string;
}

export interface DatabaseClient {
  readonly db: AsyncDatabase;
  /** Folds the write-ahead log into the file, closes it and ends the thread. */
  close(): Promise<void>;
  /** Tells when the thread died without being asked to. Returns the function that ends the subscription. */
  onStopped(listener: (report: ErrorReport) => void): () => void;
}

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * Starts the database thread and opens the file. Rejects with what opening failed with. Calls are answered in their
 * order; once the thread is gone every open and later call fails with database-stopped.
 */
export function openDatabaseClient(options: DatabaseClientOptions): Promise<DatabaseClient> {
  const workerData: WorkerInput = { databasePath: options.databasePath };
  const worker = new Worker(options.workerPath, { workerData, name: 'parlor-database' });
  const pending = new Map<number, PendingCall>();
  const listeners = new Set<(report: ErrorReport) => void>();
  let lastId = 0;
  let isClosing = false;
  let stopped: ErrorReport | undefined;

  const hasEnded = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  function stop(detail: string): void {
    if (stopped !== undefined) return;
    stopped = { code: 'database-stopped', details: { detail } };
    for (const { reject } of pending.values()) reject(new AppError(stopped));
    pending.clear();
    if (isClosing) return;
    for (const listener of listeners) listener(stopped);
  }

  function call(name: CallName, input: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (stopped !== undefined) {
        reject(new AppError(stopped));
        return;
      }
      if (name === 'close') isClosing = true;
      lastId += 1;
      const message: CallMessage = { kind: 'call', id: lastId, name, input };
      worker.postMessage(message);
      pending.set(lastId, { resolve, reject });
    });
  }

  function settle({ id, result }: Extract<WorkerMessage, { kind: 'answer' }>): void {
    const waiting = pending.get(id);
    pending.delete(id);
    if (result.ok) waiting?.resolve(result.value);
    else waiting?.reject(new AppError(result.error));
  }

  async function close(): Promise<void> {
    try {
      if (stopped === undefined) await call('close', undefined);
    } finally {
      await hasEnded;
    }
  }

  // Each name becomes a function that sends it: the shape `AsyncDatabase` describes.
  const db = Object.fromEntries(
    callNames.map((name) => [name, (input: unknown) => call(name, input)]),
  ) as unknown as AsyncDatabase;

  const client: DatabaseClient = {
    db,
    close,
    onStopped(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'opened') resolve(client);
      else if (message.kind === 'refused') reject(new AppError(message.error));
      else settle(message);
    });
    worker.on('messageerror', (error) => {
      stop(`an answer could not be read: ${error.message}`);
      void worker.terminate();
    });
    worker.on('error', (error: unknown) => stop(messageOf(error)));
    worker.on('exit', (code) => {
      stop(isClosing ? 'the database is closed' : `the database thread ended with code ${code}`);
      // Without effect when opening has succeeded or failed already.
      if (stopped !== undefined) reject(new AppError(stopped));
    });
  });
}
