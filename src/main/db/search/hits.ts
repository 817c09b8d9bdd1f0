import { firstKeyAt, keyDisorder, keysPerHour } from '../messages/message-keys.ts';
import { type Connection, prepared } from '../statements.ts';
import type { SearchPlan } from './plan.ts';
import { createSessionFilter } from './session-filter.ts';
import { createTrashedBranches } from './trashed-branches.ts';

/** Above every key there is. */
export const endOfKeys = 2 ** 31;

export interface Hit {
  readonly key: number;
  readonly sessionKey: number;
  /** Lower is better; 0 when hits are not weighed. */
  readonly rank: number;
}

/** A hit, or null for one that was looked at and is not to be shown: so that a caller can end after so many. */
export type LookedAt = { readonly key: number; readonly hit: Hit | null };

interface HitRow extends Hit {
  readonly createdAt: number;
}

/**
 * The column weights of bm25: what a model thought, and what is in a file, counts less than what was said. The range
 * is given as a constraint on the rowid, so that the index is entered where the last page ended.
 */
const hitsSql = (rank: string) => `
  SELECT
    message_search.rowid AS key,
    messages.session_id AS sessionKey,
    messages.created_at AS createdAt,
    ${rank} AS rank
  FROM message_search
  CROSS JOIN messages ON messages.id = message_search.rowid
  WHERE message_search MATCH :match
    AND message_search.rowid >= :from
    AND message_search.rowid < :to
  ORDER BY message_search.rowid DESC`;

export const newestSql = hitsSql('0');
export const weighedSql = hitsSql('bm25(message_search, 1.0, 0.5, 0.5, 0.0)');

/** For dates alone the index knows nothing the keys do not. */
export const everySql = `
  SELECT
    id AS key,
    session_id AS sessionKey,
    created_at AS createdAt,
    0 AS rank
  FROM messages
  WHERE id >= :from
    AND id < :to
    AND status <> 'streaming'
  ORDER BY id DESC`;

/** Messages that a plan finds below the key `before`, newest first, read as they are asked for. */
export function* lookThrough(
  connection: Connection,
  plan: SearchPlan,
  match: NonNullable<SearchPlan['messages']>,
  { before, isWeighed }: { readonly before: number; readonly isWeighed: boolean },
): Generator<LookedAt> {
  const isShown = createSessionFilter(connection, plan.conditions);
  const isTrashed = createTrashedBranches(connection);
  const after = plan.after ?? Number.NEGATIVE_INFINITY;
  const until = plan.before ?? Number.POSITIVE_INFINITY;
  for (const [from, to] of keyRanges(connection, plan)) {
    if (from >= before) continue;
    const rows = prepared<{ match: string; from: number; to: number }, HitRow>(
      connection,
      match === 'every' ? everySql : isWeighed ? weighedSql : newestSql,
    ).iterate({ match, from, to: Math.min(to, before) });
    for (const row of rows) {
      const isHit =
        row.createdAt >= after &&
        row.createdAt < until &&
        isShown(row.sessionKey) &&
        !isTrashed(row.key, row.sessionKey);
      yield { key: row.key, hit: isHit ? row : null };
    }
  }
}

/** Where messages of the wanted days can lie, from the newest range to the oldest. */
function keyRanges(
  connection: Connection,
  plan: SearchPlan,
): readonly (readonly [from: number, to: number])[] {
  if (plan.after === null && plan.before === null) return [[0, endOfKeys]];
  const { widestOverflow, unorderedBelow } = keyDisorder(connection);
  const from = plan.after === null ? 0 : firstKeyAt(plan.after);
  const to = plan.before === null ? endOfKeys : firstKeyAt(plan.before) + keysPerHour + widestOverflow;
  if (from <= unorderedBelow) return [[0, Math.max(to, unorderedBelow)]];
  return [
    [from, to],
    [0, unorderedBelow],
  ];
}
