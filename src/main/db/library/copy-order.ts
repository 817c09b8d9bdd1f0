import type { SessionPart } from '#shared/contract/messages.ts';
import type { MessageId, SessionId } from '#shared/domain.ts';
import type { CallInput, CopyOrder } from '../interface.ts';
import { getShownKeys } from '../messages/branches-repository.ts';
import { messageNotFound } from '../messages/messages-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { shiftsOf } from './moved-provenance.ts';
import { getSessionRow } from './sessions-repository.ts';

/** Beyond this many, two conversations are so interwoven that what was sent for each answer is not kept. */
const mostShifts = 1_000;

interface BranchRow {
  readonly key: number;
  readonly id: MessageId;
  readonly sequence: number;
  readonly createdAt: number;
}

/**
 * The messages a copy is made of, in the order they are written in. Of one session: every branch that is not in the
 * trash; of a part of it, in the order of its branch. Of two: both active branches by time, each in its own order
 * whatever its clock said.
 */
export function listCopyOrder(connection: Connection, input: CallInput<'listCopyOrder'>): CopyOrder {
  const [first, second] = input.sourceIds;
  if (first === undefined) return { keys: [], shifts: null };
  if (second !== undefined) {
    return toChain(mergeByTime(listBranchRows(connection, first), listBranchRows(connection, second)));
  }
  if (input.part !== undefined) return toChain(listPart(connection, first, input.part));
  return { keys: listTree(connection, first), shifts: null };
}

function toChain(merged: readonly (BranchRow & { readonly sessionId: SessionId })[]): CopyOrder {
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
  leafKey = getSessionRow(connection, sessionId).active_leaf_key,
): readonly (BranchRow & { readonly sessionId: SessionId })[] {
  const rows = prepared<object, BranchRow>(
    connection,
    `WITH RECURSIVE branch (key, id, parent_key, sequence, created_at) AS (
       SELECT id, public_id, parent_id, sequence, created_at
       FROM messages
       WHERE id = :leafKey
       UNION ALL
       SELECT messages.id, messages.public_id, messages.parent_id, messages.sequence, messages.created_at
       FROM branch
       CROSS JOIN messages ON messages.id = branch.parent_key
     )
     SELECT key, id, sequence, created_at AS createdAt
     FROM branch`,
  ).all({ leafKey });
  return rows.reverse().map((row) => ({ ...row, sessionId }));
}

/** Error: not-found for a message that is not on the branch. */
function listPart(
  connection: Connection,
  sessionId: SessionId,
  part: SessionPart,
): readonly (BranchRow & { readonly sessionId: SessionId })[] {
  const session = getSessionRow(connection, sessionId);
  if (part.kind === 'head') {
    return listBranchRows(connection, sessionId, getShownKeys(connection, session.key, part.messageId).key);
  }
  const branch = listBranchRows(connection, sessionId);
  if (part.kind === 'tail') {
    const first = branch.findIndex(({ id }) => id === part.messageId);
    if (first === -1) throw messageNotFound(part.messageId);
    return branch.slice(first);
  }
  const missing = new Set(part.messageIds);
  const chosen = branch.filter(({ id }) => missing.delete(id));
  const [gone] = missing;
  if (gone !== undefined) throw messageNotFound(gone);
  return chosen;
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
