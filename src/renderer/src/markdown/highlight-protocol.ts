import type { CodeRun } from './code-runs.ts';

/** Code in chunks of lines, each in coloured pieces. */
export type ColouredChunks = readonly (readonly CodeRun[])[];

/** What the window asks of the worker that colours code. */
export interface ColourRequest {
  readonly id: number;
  readonly language: string;
  readonly code: string;
}

/** What comes back, in several parts, so that no part takes long to receive. Without any chunk the code stays plain. */
export interface ColourPart {
  readonly id: number;
  readonly chunks: ColouredChunks;
  readonly isLast: boolean;
}

/** 80 lines: about 3 ms to put on the page. */
export const chunksPerPart = 2;
