import { type MessagePort, Worker } from 'node:worker_threads';
import { AppError, type ErrorReport, messageOf } from '#shared/errors.ts';
import type { CallMessage, CallName, ConnectMessage, WorkerInput, WorkerMessage } from './wire.ts';

/** One thread with an open connection, and the calls on their way to it. */
export interface DatabaseThread {
  call(name: CallName, input: unknown): Promise<unknown>;
  /** Answers calls that come over this port, too. A thread that is gone closes it. */
  connect(port: MessagePort): void;
  /** Closes the connection and ends the thread, after what was asked before is answered. */
  close(): Promise<void>;
}

export interface DatabaseThreadOptions {
  /** The built or source file of `worker.ts`. */
  readonly workerPath: string;
  readonly input: WorkerInput;
  readonly name: string;
  /** The thread died without being asked to. */
  readonly onStopped: (report: ErrorReport) => void;
}

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * Starts a thread and opens the file in it. Rejects with what opening failed with. Calls are answered in their order;
 * once the thread is gone every open and later call fails with database-stopped.
 */
export function startDatabaseThread(options: DatabaseThreadOptions): Promise<DatabaseThread> {
  const worker = new Worker(options.workerPath, { workerData: options.input, name: options.name });
  const pending = new Map<number, PendingCall>();
  let lastId = 0;
  let isClosing = false;
  let stopped: ErrorReport | undefined;

  const hasEnded = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  function stop(detail: string): void {
    if (stopped !== undefined) return;
    stopped = { code: 'database-stopped', details: { detail } };
    for (const { reject } of pending.values()) reject(new AppError(stopped));
    pending.clear();
    if (!isClosing) options.onStopped(stopped);
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

  function connect(port: MessagePort): void {
    const message: ConnectMessage = { kind: 'connect', port };
    if (stopped === undefined) worker.postMessage(message, [port]);
    else port.close();
  }

  async function close(): Promise<void> {
    try {
      if (stopped === undefined) await call('close', undefined);
    } finally {
      await hasEnded;
    }
  }

  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'opened') resolve({ call, connect, close });
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
