import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { AppError, type Result, toErrorReport } from '#shared/errors.ts';
import { openConnection, openReader } from '../database.ts';
import type { Database } from '../interface.ts';
import { createDatabase } from '../repository.ts';
import {
  type CallMessage,
  type ConnectMessage,
  isCallName,
  type WorkerInput,
  type WorkerMessage,
} from './wire.ts';

// A thread with a connection: the one that owns the file, or a reader. SQLite's median is microseconds, but flushes and checkpoints take tens of
// milliseconds now and then; here they hold up nobody who types.

if (parentPort === null) throw new Error('worker.ts runs as a worker thread only');
const port = parentPort;
const { databasePath, access } = workerData as WorkerInput;

/** Everybody who may call: main, and threads that main connected. */
const lines = new Set<MessagePort>([port]);

function post(message: WorkerMessage): void {
  port.postMessage(message);
}

function serve(line: MessagePort, database: Database): void {
  lines.add(line);
  line.on('close', () => lines.delete(line));
  line.on('message', (message: CallMessage | ConnectMessage) => {
    if (message.kind === 'connect') {
      serve(message.port, database);
      return;
    }
    line.postMessage({ kind: 'answer', id: message.id, result: answer(database, message) });
    // Without a listener on a port the thread has nothing to do and ends by itself, after the answer is sent.
    if (message.name === 'close') for (const each of lines) each.close();
  });
}

try {
  const database = createDatabase(
    access === 'owner' ? openConnection(databasePath) : openReader(databasePath),
  );
  serve(port, database);
  post({ kind: 'opened' });
} catch (thrown) {
  post({ kind: 'refused', error: toErrorReport(thrown) });
  port.close();
}

function answer(database: Database, { name, input }: CallMessage): Result<unknown> {
  try {
    if (!isCallName(name)) {
      const problem = 'there is no such database call';
      throw new AppError({ code: 'invalid-input', details: { request: String(name), problem } });
    }
    // The client's side of this call is typed by the same interface.
    const call = database[name] as (input: unknown) => unknown;
    return { ok: true, value: call(input) };
  } catch (thrown) {
    return { ok: false, error: toErrorReport(thrown) };
  }
}
