import { parentPort } from 'node:worker_threads';
import { inspectFile } from '../inspect-file.ts';
import type { InspectionRequest } from '../inspection.ts';

// The thread of the inspector, with files that make it hang, break or stop by their name.

parentPort?.on('message', ({ id, file }: InspectionRequest) => {
  if (file.name === 'hangs') for (;;);
  if (file.name === 'breaks') throw new Error('the reader broke');
  if (file.name === 'stops') process.exit(3);
  void inspectFile(file).then((found) => parentPort?.postMessage({ id, ok: true, file: found }));
});
