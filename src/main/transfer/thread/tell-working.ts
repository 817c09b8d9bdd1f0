import type { Emit } from '#shared/contract/index.ts';
import type { TransferThreads } from './transfer-threads.ts';

/** What is done sooner is over before anybody could read of it. */
const noticeableMs = 400;

/** Threads that tell the window of a job that takes a while, and of its end. */
export function tellingThreads(threads: TransferThreads, emit: Emit): Pick<TransferThreads, 'run'> {
  return {
    async run(job, ports) {
      const { kind } = job;
      let isTold = false;
      const timer = setTimeout(() => {
        isTold = true;
        emit('transfer:working', { kind, isWorking: true });
      }, noticeableMs);
      try {
        return await threads.run(job, ports);
      } finally {
        clearTimeout(timer);
        if (isTold) emit('transfer:working', { kind, isWorking: false });
      }
    },
  };
}
