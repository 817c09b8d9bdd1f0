import { useEffect, useState } from 'react';
import { highlightedBefore, highlightSoon } from './highlight.ts';
import type { ColouredChunks } from './highlight-protocol.ts';

const none: ColouredChunks = [];

/**
 * The coloured chunks from the top of a code, as far as they are there. While `isReady` is false (the fence is open)
 * nothing is asked of the highlighter.
 */
export function useHighlight(language: string, code: string, isReady: boolean): ColouredChunks {
  const [result, setResult] = useState<{ language: string; code: string; chunks: ColouredChunks }>();
  const isWanted = isReady && language !== '' && code !== '';
  const own = result?.language === language && result.code === code ? result.chunks : undefined;
  const known = isWanted ? highlightedBefore(language, code) : undefined;
  const isMissing = isWanted && known === undefined;

  useEffect(() => {
    if (!isMissing) return;
    return highlightSoon(language, code, (chunks) => setResult({ language, code, chunks }));
  }, [isMissing, language, code]);

  return (isWanted ? (own ?? known) : undefined) ?? none;
}
