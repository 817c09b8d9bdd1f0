import type { SessionCursor, SessionSort } from '#shared/contract/sessions.ts';
import type { SessionSummary } from '#shared/domain.ts';

/** Below zero when `one` stands above `other`: exactly as the database orders a list. */
export function compareSessions(one: SessionSummary, other: SessionSummary, sort: SessionSort): number {
  switch (sort) {
    case 'activity':
      return other.updatedAt - one.updatedAt || compareText(other.id, one.id);
    case 'created':
      return other.createdAt - one.createdAt || compareText(other.id, one.id);
    case 'title':
      return compareText(folded(one.title), folded(other.title)) || compareText(one.id, other.id);
  }
}

/** Where the page behind `session` begins. */
export function cursorAfter(session: SessionSummary, sort: SessionSort): SessionCursor {
  const { id, title, createdAt, updatedAt } = session;
  return { id, value: { activity: updatedAt, created: createdAt, title }[sort] };
}

/** The index a session has, or would have, in an ordered list. */
export function placeOf(
  sessions: readonly SessionSummary[],
  session: SessionSummary,
  sort: SessionSort,
): number {
  let from = 0;
  let to = sessions.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = sessions[middle];
    if (there !== undefined && compareSessions(there, session, sort) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** SQLite's NOCASE folds the 26 letters of ASCII and nothing else. */
function folded(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** By code points, the order of UTF-8 bytes; JavaScript's own compares surrogates as if they were small. */
function compareText(one: string, other: string): number {
  const shared = Math.min(one.length, other.length);
  let at = 0;
  while (at < shared && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  if (at === shared) return one.length - other.length;
  const isInsidePair = at > 0 && isHighSurrogate(one.charCodeAt(at - 1));
  const from = isInsidePair ? at - 1 : at;
  return (one.codePointAt(from) ?? 0) - (other.codePointAt(from) ?? 0);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
