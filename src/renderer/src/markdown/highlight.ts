import { BoundedCache } from './bounded-cache.ts';
import { chunkRuns } from './code-chunks.ts';
import type { CodeRun } from './code-runs.ts';

/** Coloured code in chunks of lines; undefined where the code stays plain. */
export type HighlightedCode = readonly (readonly CodeRun[])[] | undefined;

/** About 0.28 ms per 1,000 characters was measured: beyond this a block would hold up the window, so it stays plain. */
const longestColouredCode = 100_000;
/** Above this a block waits for a pause instead of following at once. */
const longestPromptCode = 8_000;

const cache = new BoundedCache<{ readonly code: HighlightedCode }>(2_000_000);

/** The result if this very code was coloured before, in a wrapper because it may be "plain". */
export function highlightedBefore(
  language: string,
  code: string,
): { readonly code: HighlightedCode } | undefined {
  return cache.get(cacheKey(language, code));
}

/** Colours code when the window has time, unless cancelled with the function that comes back. */
export function highlightWhenIdle(
  language: string,
  code: string,
  onDone: (code: HighlightedCode) => void,
): () => void {
  let cancelIdle: (() => void) | undefined;
  let isCancelled = false;
  loadEngine().then(
    ({ colourCode }) => {
      if (isCancelled) return;
      cancelIdle = whenIdle(code.length > longestPromptCode ? 2000 : 200, () => {
        onDone(highlight(colourCode, language, code));
      });
    },
    // Colour is a comfort: without the engine code stays plain.
    () => undefined,
  );
  return () => {
    isCancelled = true;
    cancelIdle?.();
  };
}

type ColourCode = (language: string, code: string) => readonly CodeRun[] | undefined;

function highlight(colourCode: ColourCode, language: string, code: string): HighlightedCode {
  const before = highlightedBefore(language, code);
  if (before !== undefined) return before.code;
  const runs = code.length > longestColouredCode ? undefined : colourCode(language, code);
  const result = { code: runs && chunkRuns(runs) };
  cache.set(cacheKey(language, code), result, code.length);
  return result.code;
}

function loadEngine() {
  return import('./highlight-engine.ts');
}

function cacheKey(language: string, code: string): string {
  return `${language}\n${code}`;
}

function whenIdle(latestMs: number, run: () => void): () => void {
  const id = requestIdleCallback(run, { timeout: latestMs });
  return () => cancelIdleCallback(id);
}
