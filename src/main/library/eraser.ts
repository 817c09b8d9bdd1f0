import type { EraseProgress, TrashedThing } from '#shared/contract/trash.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import { chunkSize, chunksOf } from './chunks.ts';

/** A call of this length goes unnoticed between two pieces of an answer's journal. */
const budgetMs = 15;
const rowsPerCall = 1_000;
/** Readers of the log finish within milliseconds, a report now and then takes seconds. */
const logAttempts = 40;
const logPauseMs = 50;
/** Half a second of the database thread. A larger file is rewritten when Parlor is closed and nobody waits for it. */
const largestRewrite = 128 * 1024 * 1024;

export interface EraserOptions {
  readonly db: AsyncDatabase;
  /** Takes what is erased out of the search index. */
  readonly drainIndex: () => Promise<void>;
  readonly isAnswering: () => boolean;
  /** Everything named is out of the lists; its rows go from now on. */
  readonly onMarked: () => void;
  readonly onProgress: (progress: EraseProgress | null) => void;
  readonly pause: (ms: number) => Promise<void>;
}

export interface Eraser {
  erase(things: readonly TrashedThing[]): Promise<void>;
  /** Everything that went to the trash at `until` or before. */
  eraseUntil(until: number): Promise<void>;
  /** Erases what was marked meanwhile or by an earlier run, such as a copy nobody wants, and what it left behind. */
  sweep(): Promise<void>;
  /** Ends after the call that is under way, the next start goes on; then rewrites the file when that is owed. */
  close(): Promise<void>;
}

/**
 * Deletes for good, one thing after the other: first everything is marked, which takes it out of every list, then its
 * rows go chunk by chunk, then the traces. Cut off anywhere, `sweep` goes on.
 */
export function createEraser({ db, ...options }: EraserOptions): Eraser {
  let queue: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  function oneByOne(run: () => Promise<void>): Promise<void> {
    const result = queue.then(run);
    queue = result.catch(() => undefined);
    return result;
  }

  async function markAll(mark: () => Promise<number>): Promise<number> {
    let total = 0;
    for (;;) {
      const rows = await mark();
      if (rows === 0) return total;
      total += rows;
    }
  }

  async function markThings(things: readonly TrashedThing[]): Promise<number> {
    let total = 0;
    for (const thing of things) {
      if (thing.kind !== 'project') continue;
      const { projectId } = thing;
      total += await markAll(() => db.markErasedWithProject({ projectId, limit: chunkSize }));
    }
    for (const chunk of chunksOf(things)) total += await db.markErased({ things: chunk });
    return total;
  }

  async function eraseMarked(expected: number): Promise<void> {
    let done = 0;
    options.onMarked();
    try {
      while (!isClosed) {
        options.onProgress({ done, total: Math.max(expected, done) });
        const rows = await db.eraseSome({ limit: rowsPerCall, budgetMs });
        if (rows === 0) break;
        done += rows;
      }
      await removeTraces();
    } finally {
      options.onProgress(null);
    }
  }

  /** What is not done to the end is done by the next sweep. */
  async function removeTraces(): Promise<void> {
    if (isClosed || !(await db.hasChore({ name: 'remove-traces' }))) return;
    await options.drainIndex();
    await db.forgetSamples();
    // It holds the database thread for a moment, so not while an answer is being written.
    await rewrite(options.isAnswering() ? 0 : largestRewrite);
    for (let attempt = 0; attempt < logAttempts && !isClosed; attempt += 1) {
      if (await db.truncateLog()) {
        await db.settleChore({ name: 'remove-traces' });
        return;
      }
      await options.pause(logPauseMs);
    }
  }

  return {
    erase: (things) => oneByOne(async () => eraseMarked(await markThings(things))),
    eraseUntil: (until) =>
      oneByOne(async () => {
        const rows = await markAll(() => db.markErasedUntil({ until, limit: chunkSize }));
        if (rows > 0) await eraseMarked(rows);
      }),
    sweep: () => oneByOne(eraseLeftovers),
    async close() {
      isClosed = true;
      await queue;
      if (await db.hasChore({ name: 'rewrite-file' })) await rewrite(Number.MAX_SAFE_INTEGER);
    },
  };

  /** Without the room for it, the rows are gone all the same. */
  async function rewrite(largestBytes: number): Promise<void> {
    await db.rewriteFile({ largestBytes }).catch(() => false);
  }

  /** Nobody asked for it now, so nothing is shown of it. */
  async function eraseLeftovers(): Promise<void> {
    while (!isClosed && (await db.eraseSome({ limit: rowsPerCall, budgetMs })) > 0);
    await removeTraces();
  }
}
