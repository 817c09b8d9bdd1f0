import { AppError, messageOf } from '#shared/errors.ts';
import type { AsyncDatabase } from '../db/interface.ts';

export interface Indexing {
  /** Goes on where the program was last ended. */
  start(): void;
  /** Something was written; the index follows once it has been quiet for a moment. */
  noticeChange(): void;
  /** Resolves when nothing of what was erased is left in the index. */
  drain(): Promise<void>;
  /** True when the index was damaged and is being made anew; false when it is sound. */
  repair(): Promise<boolean>;
  /** Resolves when no slice is on its way; what is left is done after the next start. */
  close(): Promise<void>;
}

export interface IndexingOptions {
  readonly db: AsyncDatabase;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

const quietMs = 250;
/** A long answer that is being written must not keep everything else from being found. */
const longestWaitMs = 3_000;
/** A slice and its commit hold up the thread that owns the file for about twice as long. */
const sliceMs = 8;
const mergedPages = 48;
/** Merging that goes with each slice, so that parts do not pile up while a whole library is indexed. */
const mergesPerSlice = 3;
const breathMs = 10;
const checkAfterMs = 60_000;
const checkEveryMs = 7 * 24 * 3_600_000;

export function createIndexing({ db, now, log }: IndexingOptions): Indexing {
  let timer: NodeJS.Timeout | undefined;
  let checkTimer: NodeJS.Timeout | undefined;
  let noticedAt = 0;
  let isDue = false;
  let isClosed = false;
  let working: Promise<void> | null = null;

  function schedule(delayMs: number): void {
    if (isClosed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      const quietFor = Date.now() - noticedAt;
      if (quietFor < quietMs && Date.now() - dueSince < longestWaitMs) schedule(quietMs - quietFor + 1);
      else void begin();
    }, delayMs);
    timer.unref();
  }

  let dueSince = 0;

  function noticeChange(): void {
    noticedAt = Date.now();
    if (!isDue) {
      isDue = true;
      dueSince = noticedAt;
    }
    if (working === null) schedule(quietMs);
  }

  function begin(): Promise<void> {
    working ??= work()
      .catch(async (thrown: unknown) => {
        const isRepaired = isAboutDamage(thrown) && (await repair().catch(() => false));
        if (isRepaired) isDue = true;
        else if (!isClosed) log(`Search index: ${messageOf(thrown)}`);
      })
      .finally(() => {
        working = null;
        if (isDue) schedule(quietMs);
      });
    return working;
  }

  async function work(): Promise<void> {
    isDue = false;
    for (let hasMore = true; hasMore && !isClosed; ) {
      ({ hasMore } = await db.indexSlice({ budgetMs: sliceMs }));
      for (let merges = 0; merges < mergesPerSlice && !isClosed; merges += 1) {
        await pause(breathMs);
        if (!(await db.mergeSlice({ pages: mergedPages })).hasMore) break;
      }
      await pause(breathMs);
    }
    while (!isClosed && (await db.mergeSlice({ pages: mergedPages })).hasMore) await pause(breathMs);
    // What was written meanwhile is folded in here and not in the middle of a person's next question.
    if (!isClosed) await db.foldLog();
  }

  async function drain(): Promise<void> {
    // The next slice of work that goes on would do too, but it takes breaths in between.
    try {
      while (!isClosed && (await db.indexSlice({ budgetMs: sliceMs })).hasRemovals);
    } catch (thrown) {
      // Made anew, it holds nothing of what is gone.
      if (!isAboutDamage(thrown) || !(await repair())) throw thrown;
    }
    noticeChange();
  }

  async function repair(): Promise<boolean> {
    if (await db.isSearchSound({ since: Number.POSITIVE_INFINITY })) return false;
    log('Search index: damaged, making it anew');
    await db.rebuildSearch();
    noticeChange();
    return true;
  }

  async function check(): Promise<void> {
    if (await db.isSearchSound({ since: now() - checkEveryMs })) await db.noteSearchSound({ at: now() });
    else await repair();
  }

  return {
    start() {
      noticeChange();
      db.warmTitles().catch((thrown: unknown) => log(`Titles: ${messageOf(thrown)}`));
      checkTimer = setTimeout(() => {
        check().catch((thrown: unknown) => log(`Search index: ${messageOf(thrown)}`));
      }, checkAfterMs);
      checkTimer.unref();
    },
    noticeChange,
    drain,
    repair,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(checkTimer);
      await working;
    },
  };
}

/** The index is part of the file, so damage of it comes as damage of the file. */
export function isAboutDamage(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.report.code === 'database-damaged';
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
