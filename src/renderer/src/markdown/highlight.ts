import { BoundedCache } from './bounded-cache.ts';
import { type ColouredChunks, chunksPerPart } from './highlight-protocol.ts';
import { colourInWorker } from './highlight-worker-client.ts';

/** A block longer than this would put tens of thousands of coloured pieces on the page, so it stays plain. */
const longestColouredCode = 100_000;
/** A part waits for a pause of the window, but not longer than this. */
const latestMs = 300;

const cache = new BoundedCache<ColouredChunks>(2_000_000);

/** The chunks if this very code was coloured before and is short enough to be shown at once; none means "plain". */
export function highlightedBefore(language: string, code: string): ColouredChunks | undefined {
  const chunks = cache.get(cacheKey(language, code));
  return chunks !== undefined && chunks.length <= chunksPerPart ? chunks : undefined;
}

/**
 * Colours code part by part, from the top, each part in a pause of the window. `onMore` gets all chunks so far. The
 * function that comes back cancels.
 */
export function highlightSoon(
  language: string,
  code: string,
  onMore: (chunks: ColouredChunks) => void,
): () => void {
  const parts = createPartQueue(onMore);
  const key = cacheKey(language, code);
  const known = code.length > longestColouredCode ? [] : cache.get(key);
  if (known !== undefined) {
    parts.add(known);
    return parts.cancel;
  }
  let all: ColouredChunks = [];
  const stop = colourInWorker(language, code, ({ chunks, isLast }) => {
    all = [...all, ...chunks];
    parts.add(chunks);
    if (isLast) cache.set(key, all, code.length);
  });
  return () => {
    stop();
    parts.cancel();
  };
}

function createPartQueue(onMore: (chunks: ColouredChunks) => void) {
  let received: ColouredChunks = [];
  let shownCount = 0;
  let idleId: number | undefined;

  function showOne(): void {
    shownCount = Math.min(shownCount + chunksPerPart, received.length);
    idleId = undefined;
    onMore(received.slice(0, shownCount));
    if (shownCount < received.length) schedule();
  }
  function schedule(): void {
    idleId ??= requestIdleCallback(showOne, { timeout: latestMs });
  }
  return {
    add(chunks: ColouredChunks): void {
      received = [...received, ...chunks];
      schedule();
    },
    cancel(): void {
      if (idleId !== undefined) cancelIdleCallback(idleId);
    },
  };
}

function cacheKey(language: string, code: string): string {
  return `${language}\n${code}`;
}
