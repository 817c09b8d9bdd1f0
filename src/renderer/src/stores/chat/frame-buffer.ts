export interface FrameBuffer<Item> {
  push(item: Item): void;
  /** Hands over now what has been collected, in order. */
  flush(): void;
}

/** Collects items and hands them over together when `schedule` says so: once per frame instead of once per item. */
export function createFrameBuffer<Item>(
  consume: (items: readonly Item[]) => void,
  schedule: (run: () => void) => () => void = onNextFrame,
): FrameBuffer<Item> {
  let collected: Item[] = [];
  let cancel: (() => void) | null = null;

  function flush(): void {
    cancel?.();
    cancel = null;
    if (collected.length === 0) return;
    const items = collected;
    collected = [];
    consume(items);
  }

  return {
    push(item) {
      collected.push(item);
      cancel ??= schedule(flush);
    },
    flush,
  };
}

/** A hidden window draws no frames; a timer keeps its text from piling up. */
function onNextFrame(run: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(run, 250);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(run);
  return () => cancelAnimationFrame(frame);
}
