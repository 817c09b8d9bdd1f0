/** One run of text of the same kind, in the order it arrived. */
export interface TextRun {
  readonly kind: 'content' | 'thinking';
  readonly text: string;
}

export interface DeltaBatcher {
  add(run: TextRun): void;
  /** Hands over at once what is waiting. Call it before saying that the answer has ended. */
  flush(): void;
}

export interface DeltaBatcherOptions {
  readonly flushIntervalMs: number;
  readonly onFlush: (runs: readonly TextRun[]) => void;
  readonly setTimer?: (callback: () => void, delayMs: number) => void;
}

/**
 * Joins small pieces, so that the window gets one message per interval instead of one per token.
 * The very first piece goes out at once: the wait for it is what people feel.
 */
export function createDeltaBatcher(options: DeltaBatcherOptions): DeltaBatcher {
  const setTimer = options.setTimer ?? ((callback, delayMs) => void setTimeout(callback, delayMs));
  let waiting: TextRun[] = [];
  let isTimerSet = false;
  let isFirst = true;

  function flush(): void {
    if (waiting.length === 0) return;
    const runs = waiting;
    waiting = [];
    options.onFlush(runs);
  }

  function add(run: TextRun): void {
    if (run.text === '') return;
    const last = waiting.at(-1);
    if (last?.kind === run.kind) waiting[waiting.length - 1] = { kind: run.kind, text: last.text + run.text };
    else waiting.push(run);

    if (isFirst) {
      isFirst = false;
      flush();
    } else if (!isTimerSet) {
      isTimerSet = true;
      setTimer(() => {
        isTimerSet = false;
        flush();
      }, options.flushIntervalMs);
    }
  }

  return { add, flush };
}
