import { useEffect, useState } from 'react';
import type { TextDiff } from './word-diff.ts';

export type DiffState = TextDiff | 'working' | 'failed';

/** The difference of two texts, worked out beside the window. */
export function useTextDiff(older: string | undefined, newer: string | undefined): DiffState {
  const [state, setState] = useState<DiffState>('working');
  useEffect(() => {
    setState('working');
    if (older === undefined || newer === undefined) return;
    const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<TextDiff>) => setState(data));
    worker.addEventListener('error', () => setState('failed'));
    worker.postMessage({ older, newer });
    return () => worker.terminate();
  }, [older, newer]);
  return state;
}
