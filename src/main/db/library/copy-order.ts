import type { SessionId } from '#shared/domain.ts';
import type { CallInput, CopyOrder } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { shiftsOf } from './moved-provenance.ts';
import { getSessionRow } from './sessions-repository.ts';

/** Beyond this many, two conversations are so interwoven that what was sent for each answer is not kept. */
const mostShifts = 1_000;

interface BranchRow {
  readonly key: number;
  readonly sequence: number;
  readonly createdAt: number;
}

/**
 * The messages a copy is made of, in the order they are written in. Of one session: every branch that is not in the
 * trash. Of two: both active branches by time, each in its own order whatever its clock said.
 */
export function listCopyOrder(connection: Connection, input: CallInput<'listCopyOrder'>): CopyOrder {
  const [first, second] = input.sourceIds;
  if (first === undefined) return { keys: [], shifts: null };
  if (second === undefined) return { keys: listTree(connection, first), shifts: null };
  const merged = mergeByTime(listBranchRows(connection, first), listBranchRows(connection, second));
  const shifts = shiftsOf(merged);
  const isPlain = Object.values(shifts).every((each) => each.length <= mostShifts);
  return { keys: merged.map(({ key }) => key), shifts: isPlain ? shifts : {} };
}

function listTree(connection: Connection, sessionId: SessionId): readonly number[] {
  const rows = prepared<
    object,
    { readonly key: number; readonly parentKey: number | null; readonly isTrashed: 0 | 1 }
  >(
    connection,
    `SELECT id AS key, parent_id AS parentKey, trashed_at IS NOT NULL AS isTrashed
     FROM messages
     WHERE session_id = :sessionKey
     ORDER BY sequence`,
  ).all({ sessionKey: getSessionRow(connection, sessionId).key });
  const shown = new Set<number>();
  for (const { key, parentKey, isTrashed } of rows) {
    if (isTrashed === 0 && (parentKey === null || shown.has(parentKey))) shown.add(key);
  }
  return [...shown];
}

function listBranchRows(
  connection: Connection,
  sessionId: SessionId,
): readonly (BranchRow & { readonly sessionId: SessionId })[] {
  const rows = prepared<object, BranchRow>(
    connection,
    `WITH RECURSIVE branch (key, parent_key, sequence, created_at) AS (
       SELECT id, parent_id, sequence, created_at
       FROM messages
       WHERE id = :leafKey
       UNION ALL
       SELECT messages.id, messages.parent_id, messages.sequence, messages.created_at
       FROM branch
       CROSS JOIN messages ON messages.id = branch.parent_key
     )
     SELECT key, sequence, created_at AS createdAt
     FROM branch`,
  ).all({ leafKey: getSessionRow(connection, sessionId).active_leaf_key });
  return rows.reverse().map((row) => ({ ...row, sessionId }));
}

export function mergeByTime<Row extends { readonly createdAt: number }>(
  one: readonly Row[],
  other: readonly Row[],
): readonly Row[] {
  const merged: Row[] = [];
  let a = 0;
  let b = 0;
  while (a < one.length || b < other.length) {
    const left = one[a];
    const right = other[b];
    const takesLeft = right === undefined || (left !== undefined && left.createdAt <= right.createdAt);
    const next = takesLeft ? left : right;
    if (next !== undefined) merged.push(next);
    if (takesLeft) a += 1;
    else b += 1;
  }
  return merged;
}
