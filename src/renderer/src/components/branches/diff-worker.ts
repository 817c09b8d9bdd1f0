import { compareTexts } from './word-diff.ts';

/** Half of what one waits for a comparison. */
const timeoutMs = 1_500;

addEventListener('message', ({ data }: MessageEvent<{ readonly older: string; readonly newer: string }>) => {
  postMessage(compareTexts(data.older, data.newer, timeoutMs));
});
