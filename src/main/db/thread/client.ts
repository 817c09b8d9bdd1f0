import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { ErrorReport } from '#shared/errors.ts';
import type { AsyncDatabase } from '../interface.ts';
import { type DatabaseThread, startDatabaseThread } from './thread.ts';
import { type CallName, callNames, type ReaderName, threadOf } from './wire.ts';

export interface DatabaseClientOptions {
  /** The built or source file of `worker.ts`. */
  readonly workerPath: string;
  readonly databasePath: string;
}

export interface DatabaseClient {
  readonly db: AsyncDatabase;
  /** A port for another thread, which calls the owner over it with `openLine`. */
  connect(): MessagePort;
  /** Folds the write-ahead log into the file, closes it and ends the threads. */
  close(): Promise<void>;
  /** Tells when the owning thread died without being asked to. Returns the function that ends the subscription. */
  onStopped(listener: (report: ErrorReport) => void): () => void;
}

/**
 * Starts the thread that owns the file and opens the file in it. Rejects with what opening failed with. Calls of one
 * thread are answered in their order; once the owner is gone its open and later calls fail with database-stopped.
 * Readers start with the first call for them; one that died is started again by the next.
 */
export async function openDatabaseClient(options: DatabaseClientOptions): Promise<DatabaseClient> {
  const { workerPath, databasePath } = options;
  const listeners = new Set<(report: ErrorReport) => void>();
  const readers = new Map<ReaderName, Promise<DatabaseThread>>();
  let isClosed = false;

  const owner = await startDatabaseThread({
    workerPath,
    input: { databasePath, access: 'owner' },
    name: 'parlor-database',
    onStopped(report) {
      for (const listener of listeners) listener(report);
    },
  });

  function reader(name: ReaderName): Promise<DatabaseThread> {
    // A thread started behind the closing would keep the program alive; the owner answers that it is closed.
    if (isClosed) return Promise.resolve(owner);
    const known = readers.get(name);
    if (known !== undefined) return known;
    const forget = () => readers.delete(name);
    const started = startDatabaseThread({
      workerPath,
      input: { databasePath, access: 'reader' },
      name: `parlor-${name}`,
      onStopped: forget,
    });
    started.catch(forget);
    readers.set(name, started);
    return started;
  }

  async function call(name: CallName, input: unknown): Promise<unknown> {
    const thread = threadOf(name);
    if (thread === 'owner') return owner.call(name, input);
    return (await reader(thread)).call(name, input);
  }

  // Each name becomes a function that sends it: the shape `AsyncDatabase` describes.
  const db = Object.fromEntries(
    callNames.map((name) => [name, (input: unknown) => call(name, input)]),
  ) as unknown as AsyncDatabase;

  return {
    db,
    connect() {
      const { port1, port2 } = new MessageChannel();
      owner.connect(port2);
      return port1;
    },
    async close() {
      isClosed = true;
      // A reader that is still open would keep the log from being folded.
      await Promise.allSettled([...readers.values()].map(async (started) => (await started).close()));
      await owner.close();
    },
    onStopped(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
