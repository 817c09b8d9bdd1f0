import type { CodeRun } from './code-runs.ts';

/** 40 lines: what grows is then one small text node, and the lines above are neither compared nor laid out again. */
export const linesPerChunk = 40;

/** Plain code cut after every 40th line. Joined, the chunks are the text. */
export function chunkText(text: string): readonly string[] {
  const chunks: string[] = [];
  let start = 0;
  let lines = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    lines += 1;
    if (lines % linesPerChunk !== 0) continue;
    chunks.push(text.slice(start, end + 1));
    start = end + 1;
  }
  if (start < text.length || chunks.length === 0) chunks.push(text.slice(start));
  return chunks;
}

/** The same for coloured code; a run that goes over the border is cut in two. */
export function chunkRuns(runs: readonly CodeRun[]): readonly (readonly CodeRun[])[] {
  const chunks: CodeRun[][] = [[]];
  let lines = 0;
  for (const { kind, text } of runs) {
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
      lines += 1;
      if (lines % linesPerChunk !== 0) continue;
      chunks.at(-1)?.push({ kind, text: text.slice(start, end + 1) });
      chunks.push([]);
      start = end + 1;
    }
    if (start < text.length) chunks.at(-1)?.push({ kind, text: text.slice(start) });
  }
  return chunks.length > 1 && chunks.at(-1)?.length === 0 ? chunks.slice(0, -1) : chunks;
}
