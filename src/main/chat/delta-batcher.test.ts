import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeltaBatcher, type TextRun } from './delta-batcher.ts';

function batcherWithManualTimer() {
  const flushed: (readonly TextRun[])[] = [];
  const timers: (() => void)[] = [];
  const batcher = createDeltaBatcher({
    flushIntervalMs: 40,
    onFlush: (runs) => flushed.push(runs),
    setTimer: (callback) => timers.push(callback),
  });
  return { batcher, flushed, fireTimers: () => timers.splice(0).forEach((fire) => void fire()), timers };
}

describe('delta batcher', () => {
  it('sends the very first piece at once', () => {
    const { batcher, flushed } = batcherWithManualTimer();
    batcher.add({ kind: 'content', text: 'A' });
    expect(flushed).toEqual([[{ kind: 'content', text: 'A' }]]);
  });

  it('joins what arrives until the timer fires into one batch', () => {
    const { batcher, flushed, fireTimers, timers } = batcherWithManualTimer();
    for (const text of ['A', 'b', 'c', 'd']) batcher.add({ kind: 'content', text });
    expect(timers).toHaveLength(1);
    fireTimers();
    expect(flushed).toEqual([[{ kind: 'content', text: 'A' }], [{ kind: 'content', text: 'bcd' }]]);
  });

  it('keeps the order of thinking and content', () => {
    const { batcher, flushed } = batcherWithManualTimer();
    batcher.add({ kind: 'thinking', text: 'hm' });
    batcher.add({ kind: 'thinking', text: 'm' });
    batcher.add({ kind: 'content', text: 'Yes' });
    batcher.flush();
    expect(flushed.flat()).toEqual([
      { kind: 'thinking', text: 'hm' },
      { kind: 'thinking', text: 'm' },
      { kind: 'content', text: 'Yes' },
    ]);
  });

  it('loses and repeats nothing, whenever timers fire', () => {
    const pieces = fc.array(
      fc.record({
        kind: fc.constantFrom('content' as const, 'thinking' as const),
        text: fc.string(),
        fires: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(pieces, (given) => {
        const { batcher, flushed, fireTimers } = batcherWithManualTimer();
        for (const { kind, text, fires } of given) {
          batcher.add({ kind, text });
          if (fires) fireTimers();
        }
        batcher.flush();
        for (const kind of ['content', 'thinking'] as const) {
          const joined = (runs: readonly TextRun[]) =>
            runs
              .filter((run) => run.kind === kind)
              .map((run) => run.text)
              .join('');
          expect(joined(flushed.flat())).toBe(joined(given));
        }
      }),
    );
  });
});
