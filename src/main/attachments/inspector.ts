import { Worker } from 'node:worker_threads';
import { AppError, messageOf } from '#shared/errors.ts';
import { type InspectedFile, type InspectionAnswer, type InspectionInput, unreadable } from './inspection.ts';

export interface InspectorOptions {
  /** The built or source file of `inspection-worker.ts`. */
  readonly workerPath: string;
  /** A file that takes longer is given up. */
  readonly timeLimitMs: number;
}

export interface Inspector {
  /**
   * What a file is and what is in it; one after the other. The bytes come back in the answer. Error:
   * attachment-unreadable.
   */
  inspect(file: InspectionInput): Promise<InspectedFile>;
  close(): Promise<void>;
}

/** Of the thread's own memory, so that a file made to fill it ends the thread and not the program. */
const memoryLimitMb = 1_500;
const idleMs = 30_000;

/**
 * Reads files in a thread of its own, which starts with the first file and ends when there has been none for a while.
 * A thread that hangs or breaks is ended; that refuses its file as damaged, and the next file gets another thread.
 */
export function createInspector({ workerPath, timeLimitMs }: InspectorOptions): Inspector {
  let worker: Worker | null = null;
  let lastId = 0;
  let last: Promise<unknown> = Promise.resolve();
  let idleTimer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function running(): Worker {
    if (worker !== null) return worker;
    const started = new Worker(workerPath, {
      name: 'parlor-inspection',
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    });
    worker = started;
    // Without a listener an error of a thread nobody waits for would be one of the program.
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  }

  async function end(): Promise<void> {
    clearTimeout(idleTimer);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  function inspectNow(file: InspectionInput): Promise<InspectedFile> {
    const thread = running();
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      const giveUp = (detail: string, cause?: unknown) => {
        settle();
        void end();
        reject(unreadable(file.name, 'damaged', detail, cause));
      };
      const onMessage = (answer: InspectionAnswer) => {
        if (answer.id !== id) return;
        settle();
        if (answer.ok) resolve(answer.file);
        else reject(new AppError(answer.error));
      };
      const onError = (thrown: unknown) => giveUp(messageOf(thrown), thrown);
      const onExit = () => giveUp('it made the reader stop');
      const timer = setTimeout(() => giveUp('reading it took too long'), timeLimitMs);
      function settle(): void {
        clearTimeout(timer);
        thread.off('message', onMessage);
        thread.off('error', onError);
        thread.off('exit', onExit);
      }
      thread.on('message', onMessage);
      thread.on('error', onError);
      thread.on('exit', onExit);
      // Copied: moving memory that came over IPC to another thread ends Electron 25 now and then.
      thread.postMessage({ id, file });
    });
  }

  async function inspect(file: InspectionInput): Promise<InspectedFile> {
    clearTimeout(idleTimer);
    if (isClosed) throw unreadable(file.name, 'gone');
    try {
      return await inspectNow(file);
    } finally {
      idleTimer = setTimeout(() => void end(), idleMs);
      idleTimer.unref();
    }
  }

  return {
    inspect(file) {
      const turn = last.then(() => inspect(file));
      last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      isClosed = true;
      await end();
    },
  };
}
