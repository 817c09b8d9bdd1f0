import { useEffect, useState } from 'react';
import { copyText } from '../clipboard.ts';

export type CopyState = 'ready' | 'copied' | 'failed';

const shownForMs = 2_000;

/** Copies a text, and for two seconds says how that went. */
export function useCopy(): {
  readonly state: CopyState;
  /** True when the text is on the clipboard. */
  readonly copy: (text: string) => Promise<boolean>;
} {
  const [state, setState] = useState<CopyState>('ready');

  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), shownForMs);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(text: string): Promise<boolean> {
    const isCopied = await copyText(text);
    setState(isCopied ? 'copied' : 'failed');
    return isCopied;
  }
  return { state, copy };
}
