import { type RefObject, useEffect, useState } from 'react';
import type { DiffBlock } from './diff-rows.ts';

export interface Changes {
  /** From 0; null before one has gone to any. */
  readonly current: number | null;
  readonly step: (by: 1 | -1) => void;
}

interface ChangesOptions {
  readonly box: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly blocks: readonly DiffBlock[];
  /** How many of the blocks are drawn so far. */
  readonly drawn: number;
  /** In another view the change is in another place. */
  readonly view: string;
}

/** What is drawn only when it comes into view gets its height then, and moves what is below it. */
const framesToSettle = 8;

/** Goes from one change to the next, around at the end. */
export function useChanges({ box, count, blocks, drawn, view }: ChangesOptions): Changes {
  const [place, setPlace] = useState<{ readonly current: number } | null>(null);
  const block = place === null ? -1 : blocks.findIndex(({ endChange }) => place.current < endChange);
  const isDrawn = block !== -1 && block < drawn;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view moves it
  useEffect(() => {
    if (place === null || !isDrawn) return;
    let frame = 0;
    let left = framesToSettle;
    const settle = () => {
      box.current?.querySelector(`[data-change="${place.current}"]`)?.scrollIntoView({ block: 'center' });
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(settle);
    };
    settle();
    return () => cancelAnimationFrame(frame);
  }, [box, place, isDrawn, view]);

  function step(by: 1 | -1): void {
    if (count === 0) return;
    const from = place?.current ?? (by === 1 ? -1 : 0);
    setPlace({ current: (from + by + count) % count });
  }

  return { current: place?.current ?? null, step };
}
