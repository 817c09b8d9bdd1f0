import { useEffect, useState } from 'react';
import { type HighlightedCode, highlightedBefore, highlightWhenIdle } from './highlight.ts';

/** The coloured code once it is there. While `isReady` is false (the fence is open) nothing is asked of the highlighter. */
export function useHighlight(language: string, code: string, isReady: boolean): HighlightedCode {
  const [result, setResult] = useState<{ language: string; source: string; code: HighlightedCode }>();
  const isWanted = isReady && language !== '' && code !== '';
  const own = result?.language === language && result.source === code ? result : undefined;
  const known = isWanted ? (own ?? highlightedBefore(language, code)) : undefined;
  const isMissing = isWanted && known === undefined;

  useEffect(() => {
    if (!isMissing) return;
    return highlightWhenIdle(language, code, (highlighted) => {
      setResult({ language, source: code, code: highlighted });
    });
  }, [isMissing, language, code]);

  return known?.code;
}
