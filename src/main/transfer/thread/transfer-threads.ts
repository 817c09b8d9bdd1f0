import { type MessagePort, Worker } from 'node:worker_threads';
import { AppError, messageOf } from '#shared/errors.ts';
import type { TransferAnswer, TransferJob, TransferResults } from './jobs.ts';

export interface TransferThreads {
  /**
   * Does a job in a thread of its own, to which the ports in it go; backups one after the other, as two for one place would
   * write the same unfinished file. Fails with what the job failed with, or `internal` when the thread died.
   */
  run<Job extends TransferJob>(
    job: Job,
    ports?: readonly MessagePort[],
  ): Promise<TransferResults[Job['kind']]>;
  /** Waits for the jobs that are still being done: a file half written is of no use. */
  close(): Promise<void>;
}

/** `workerPath`: the built or source file of `transfer-worker.ts`. */
export function createTransferThreads(workerPath: string): TransferThreads {
  const running = new Set<Promise<unknown>>();
  let lastBackup: Promise<unknown> = Promise.resolve();
  return {
    run(job, ports = []) {
      const start = () => runThread(workerPath, job, ports) as Promise<TransferResults[(typeof job)['kind']]>;
      const done = job.kind === 'backup' ? lastBackup.then(start, start) : start();
      if (job.kind === 'backup') lastBackup = done;
      running.add(done);
      const forget = () => running.delete(done);
      done.then(forget, forget);
      return done;
    },
    async close() {
      await Promise.allSettled(running);
    },
  };
}

function runThread(workerPath: string, job: TransferJob, ports: readonly MessagePort[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerPath, {
      workerData: job,
      transferList: [...ports],
      name: `parlor-${job.kind}`,
    });
    const died = (detail: string) => reject(new AppError({ code: 'internal', details: { detail } }));
    worker.on('message', (answer: TransferAnswer) => {
      if (answer.ok) resolve(answer.value);
      else reject(new AppError(answer.error));
    });
    worker.on('error', (thrown: unknown) => died(messageOf(thrown)));
    // Without effect after an answer.
    worker.on('exit', (code) => died(`the thread of the ${job.kind} ended with code ${code}`));
  });
}
