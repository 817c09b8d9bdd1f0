import type { ErrorCode, ErrorReport } from '../errors.ts';
import { en } from './en.ts';
import type { ErrorText } from './en-errors.ts';

/** Every text of Parlor that people read. Another language is another object of this type. */
export type Text = typeof en;

export const text: Text = en;

/** What happened and what to do, for a person. */
export function describeError<Code extends ErrorCode>(report: ErrorReport<Code>): ErrorText {
  return text.errors[report.code](report.details);
}
