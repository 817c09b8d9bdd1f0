import type { SessionPage } from '#shared/contract/sessions.ts';
import type { SessionId, SessionSummary } from '#shared/domain.ts';
import { compareSessions, placeOf } from '../library/session-order.ts';

/** The loaded beginning of all sessions, newest activity first. */
export interface HistoryPages {
  readonly sessions: readonly SessionSummary[];
  readonly hasMore: boolean;
}

/** Adds a page at the end; sessions that moved up meanwhile are not listed twice. */
export function appendPage(pages: HistoryPages, page: SessionPage): HistoryPages {
  const known = new Set(pages.sessions.map(({ id }) => id));
  const added = page.sessions.filter(({ id }) => !known.has(id));
  return { sessions: [...pages.sessions, ...added], hasMore: page.hasMore };
}

/** Puts changed sessions where they belong now; those behind what is loaded come with their page. */
export function placeSessions(pages: HistoryPages, changed: readonly SessionSummary[]): HistoryPages {
  const ids = new Set(changed.map(({ id }) => id));
  const sessions = pages.sessions.filter(({ id }) => !ids.has(id));
  const isListed = (session: SessionSummary) => {
    const last = pages.sessions.at(-1);
    return !pages.hasMore || (last !== undefined && compareSessions(session, last, 'activity') <= 0);
  };
  for (const session of changed) {
    if (session.isArchived || !isListed(session)) continue;
    sessions.splice(placeOf(sessions, session, 'activity'), 0, session);
  }
  return { ...pages, sessions };
}

export function removeSessions(pages: HistoryPages, ids: readonly SessionId[]): HistoryPages {
  const gone = new Set(ids);
  return { ...pages, sessions: pages.sessions.filter(({ id }) => !gone.has(id)) };
}

/** A line of the history: a day, or a session of it. */
export type HistoryRow<Session> =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'session';
      readonly key: SessionId;
      readonly session: Session;
      readonly position: number;
    };

/** Sessions below the days of their last activity, on this computer's clock. */
export function rowsByDay<Session extends { readonly id: SessionId; readonly updatedAt: number }>(
  sessions: readonly Session[],
): readonly HistoryRow<Session>[] {
  const rows: HistoryRow<Session>[] = [];
  let dayStart = Number.NaN;
  let dayEnd = Number.NaN;
  for (const [position, session] of sessions.entries()) {
    const at = session.updatedAt;
    if (!(at >= dayStart && at < dayEnd)) {
      const day = new Date(at);
      dayStart = day.setHours(0, 0, 0, 0);
      dayEnd = new Date(dayStart).setDate(new Date(dayStart).getDate() + 1);
      rows.push({ kind: 'day', key: `day-${dayStart}`, at: dayStart });
    }
    rows.push({ kind: 'session', key: session.id, session, position });
  }
  return rows;
}
