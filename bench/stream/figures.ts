import type { AnswerKind } from './answer-text.ts';
import type { Measured } from './protocol.ts';

/** One kind and length of answer at one speed, with floor and candidate by turns. */
export interface Case {
  readonly kind: AnswerKind;
  readonly tokens: number;
  readonly tokensPerSecond: number;
  readonly floor: readonly Measured[];
  readonly parlor: readonly Measured[];
  /** Times of the common way for the whole stream; empty where it was not measured. */
  readonly commonMs: readonly number[];
  /** Longest update of the common way. */
  readonly commonStepMs: number;
  /** The common way was shown at some places only, and the rest computed. */
  readonly isCommonSampled: boolean;
}

export interface Figures {
  readonly cases: readonly Case[];
  /** Opening a session of 50 answers, against the same words as 50 blocks of text. */
  readonly openRatio: number;
  readonly openMs: number;
  readonly heapBeforeBytes: number;
  readonly heapAfterBytes: number;
}
