import { useEffect, useState } from 'react';
import { estimateTokens } from '#shared/tokens.ts';

/** A text of this length is estimated in a fraction of a frame. */
const pieceLength = 50_000;
/** Typing comes first: the estimate follows when it pauses. */
const pauseMs = 250;
/** A window that is never idle still gets on with it. */
const patienceMs = 50;

/** Tokens of a text, about; of one that is being typed a moment later. */
export function useTokenEstimate(text: string): number {
  const [tokens, setTokens] = useState(0);

  useEffect(() => {
    if (text === '') {
      setTokens(0);
      return;
    }
    let idle: number | undefined;
    const estimateFrom = (from: number, sum: number): void => {
      const total = sum + estimateTokens(text.slice(from, from + pieceLength));
      const next = from + pieceLength;
      if (next >= text.length) setTokens(total);
      else idle = requestIdleCallback(() => estimateFrom(next, total), { timeout: patienceMs });
    };
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => estimateFrom(0, 0), { timeout: patienceMs });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [text]);

  return tokens;
}
