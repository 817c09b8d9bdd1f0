import type { Settings } from '#shared/settings.ts';
import type { Eraser } from './eraser.ts';
import type { RetentionService } from './retention-service.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** The first seconds of a start belong to the person who started it. */
export const firstRoundMs = 30_000;
export const roundMs = 60 * 60 * 1_000;

export interface HousekeepingOptions {
  readonly eraser: Pick<Eraser, 'sweep' | 'eraseUntil' | 'close'>;
  readonly retention: Pick<RetentionService, 'apply'>;
  readonly settings: () => Settings;
  readonly now: () => number;
  /** Runs once after that time; returns the function that takes it back. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onProblem: (thrown: unknown) => void;
}

export interface Housekeeping {
  start(): void;
  /** After a change of the settings. */
  settingsChanged(before: Settings, now: Settings): void;
  close(): Promise<void>;
}

/** What the program clears away by itself: soon after a start, then every hour. */
export function createHousekeeping(options: HousekeepingOptions): Housekeeping {
  let takeBack: (() => void) | null = null;
  let isClosed = false;
  let round: Promise<void> = Promise.resolve();

  async function clean(): Promise<void> {
    try {
      await options.eraser.sweep();
      const { trashDays } = options.settings();
      await options.retention.apply();
      if (trashDays !== null) await options.eraser.eraseUntil(options.now() - trashDays * dayMs);
    } catch (thrown) {
      if (!isClosed) options.onProblem(thrown);
    }
  }

  function schedule(ms: number): void {
    takeBack?.();
    if (isClosed) return;
    takeBack = options.after(ms, () => {
      round = round.then(clean).then(() => schedule(roundMs));
    });
  }

  return {
    start: () => schedule(firstRoundMs),
    settingsChanged(before, now) {
      // A policy that was just switched on is expected to do what its preview said.
      if (JSON.stringify(before.retention) !== JSON.stringify(now.retention)) schedule(0);
    },
    async close() {
      isClosed = true;
      takeBack?.();
      await options.eraser.close();
      await round;
    },
  };
}
