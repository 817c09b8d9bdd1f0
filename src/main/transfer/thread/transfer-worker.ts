import { parentPort, workerData } from 'node:worker_threads';
import { toErrorReport } from '#shared/errors.ts';
import { doJob, type TransferAnswer, type TransferJob } from './jobs.ts';

// A thread for one export, import or backup: a session can be hundreds of megabytes, and whoever types must not wait for it.

function post(answer: TransferAnswer): void {
  parentPort?.postMessage(answer);
}

doJob(workerData as TransferJob).then(
  (value) => post({ ok: true, value }),
  (thrown: unknown) => post({ ok: false, error: toErrorReport(thrown) }),
);
