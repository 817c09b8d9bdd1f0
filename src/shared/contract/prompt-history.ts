import * as v from 'valibot';
import { takes } from './define.ts';

/** Texts remembered; the oldest ones go. */
export const rememberedPrompts = 100_000;
/** A longer text is a document rather than a prompt, and is not remembered, in UTF-16 units. */
export const rememberedPromptLimit = 100_000;
/** Longest text to look for, in UTF-16 units. */
export const historySearchLimit = 1_000;

/** Something that was sent. `id` grows with time. */
export interface RememberedPrompt {
  readonly id: number;
  readonly text: string;
}

export interface PromptHistoryPage {
  /** Newest first; the same text never twice in a row. */
  readonly prompts: readonly RememberedPrompt[];
  /** Where the next page begins; null when nothing older is left. A page may be empty and have a next one. */
  readonly next: number | null;
}

export const promptHistoryRequests = {
  /**
   * What was sent from any session, older than `before` (null: from the newest on), whatever its case and accents when
   * something is looked for. One answer looks through so many only: a search goes on from `next`.
   */
  'prompt-history:list': takes(
    v.strictObject({
      before: v.nullable(v.pipe(v.number(), v.safeInteger())),
      containing: v.pipe(v.string(), v.maxLength(historySearchLimit)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    }),
  ).returns<PromptHistoryPage>(),
  /** Forgets everything that was sent; the messages themselves stay. */
  'prompt-history:clear': takes(v.undefined()).returns<void>(),
};
