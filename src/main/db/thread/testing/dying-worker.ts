import { parentPort, workerData } from 'node:worker_threads';
import type { CallMessage, WorkerInput } from '../wire.ts';

// Stands for a database thread that dies; how is told by the file it is asked to open.

const { databasePath } = workerData as WorkerInput;
if (databasePath === 'while-opening') process.exit(7);

parentPort?.on('message', (message: CallMessage) => {
  // The first of several calls is left waiting.
  if (message.name === 'listProjects') return;
  if (databasePath === 'by-exit') process.exit(7);
  throw new Error('out of memory');
});
parentPort?.postMessage({ kind: 'opened' });
