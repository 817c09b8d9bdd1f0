import { type Connection, prepared } from '../statements.ts';
import { endOfKeys } from './hits.ts';
import type { SearchPlan } from './plan.ts';
import { createSessionFilter } from './session-filter.ts';

export const sessionHitsSql = `
  SELECT rowid AS key
  FROM session_search
  WHERE session_search MATCH :match AND rowid < :before
  ORDER BY rowid DESC`;

const everySessionSql = `
  SELECT id AS key
  FROM sessions
  WHERE id < :before AND trashed_at IS NULL
  ORDER BY id DESC`;

export interface SessionHits {
  readonly keys: readonly number[];
  /** Look on below this key; null when everything was looked at. */
  readonly next: number | null;
}

/** Sessions whose title, description, tags or project a plan finds, those made last first. */
export function findSessions(
  connection: Connection,
  plan: SearchPlan,
  limits: { readonly before: number | null; readonly kept: number; readonly lookedAt: number },
): SessionHits {
  if (plan.sessions === null) return { keys: [], next: null };
  const isShown = createSessionFilter(connection, plan.conditions);
  const before = limits.before ?? endOfKeys;
  const rows =
    plan.sessions === 'every'
      ? prepared<{ before: number }, { readonly key: number }>(connection, everySessionSql).iterate({
          before,
        })
      : prepared<{ match: string; before: number }, { readonly key: number }>(
          connection,
          sessionHitsSql,
        ).iterate({ match: plan.sessions, before });
  const keys: number[] = [];
  let lookedAt = 0;
  for (const { key } of rows) {
    if (keys.length === limits.kept) return { keys, next: key + 1 };
    lookedAt += 1;
    if (isShown(key)) keys.push(key);
    if (lookedAt === limits.lookedAt) return { keys, next: key };
  }
  return { keys, next: null };
}
