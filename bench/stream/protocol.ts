import type { AnswerKind } from './answer-text.ts';

/** What the benchmark asks of its page. */
export interface RunRequest {
  readonly variant: 'floor' | 'parlor' | 'common';
  readonly kind: AnswerKind;
  readonly tokens: number;
  readonly tokensPerSecond: number;
  readonly seed: number;
  /** Show only two frames at each of so many places; null: all of them. */
  readonly sample: number | null;
}

export interface RunResult {
  /** Of the whole stream, also when only a sample was shown. */
  readonly frames: number;
  /** Script, style and layout of each update. */
  readonly stepsMs: readonly number[];
  /** From one frame to the next, all work in between. */
  readonly framesMs: readonly number[];
  /** The last update, which reads the whole answer once more. */
  readonly endStepMs: number;
  readonly finishedAgain: number | null;
  readonly colourRequestsOfOpenFences: number;
  readonly elements: number;
}

export interface Measured extends RunResult {
  /** Processor time of the page's main thread, painting included (CDP Performance.getMetrics, TaskDuration). */
  readonly taskMs: number;
}

/** A session of finished answers to be put on the page. */
export interface OpenRequest {
  readonly variant: 'floor' | 'parlor';
  readonly messages: number;
  readonly seed: number;
}
