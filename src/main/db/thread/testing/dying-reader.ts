import { parentPort, workerData } from 'node:worker_threads';
import type { CallMessage, WorkerInput } from '../wire.ts';

// Stands for an owner that answers, and for readers that die with their first call.

const { access } = workerData as WorkerInput;

parentPort?.on('message', ({ id, name }: CallMessage) => {
  if (access === 'reader') process.exit(7);
  parentPort?.postMessage({ kind: 'answer', id, result: { ok: true, value: [] } });
  if (name === 'close') parentPort?.close();
});
parentPort?.postMessage({ kind: 'opened' });
