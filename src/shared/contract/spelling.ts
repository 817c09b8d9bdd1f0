import * as v from 'valibot';
import { takes } from './define.ts';

/** Most words looked at with one request. */
export const checkedAtOnce = 5_000;

export const spellingRequests = {
  /** Those of the words that are not spelt right. Asked by the page's text fields themselves. */
  'spelling:check': takes(
    v.strictObject({
      words: v.pipe(
        v.array(v.pipe(v.string(), v.maxLength(1_000))),
        v.maxLength(checkedAtOnce),
        v.readonly(),
      ),
    }),
  ).returns<readonly string[]>(),
};
