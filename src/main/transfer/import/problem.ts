import type * as v from 'valibot';

/** What a schema found wrong, as a sentence without its end: `messages.3.role has to be "system" | "user"`, counted from one. */
export function problemOf(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({ key }) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
  const place = path === undefined ? 'it' : path;
  if (issue.received === 'undefined') return `${place} is missing`;
  if (issue.expected !== null) return `${place} has to be ${issue.expected}`.slice(0, 300);
  return `${place} is ${issue.message}`.slice(0, 300);
}
