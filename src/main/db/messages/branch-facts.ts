import type { MessageId } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { hasTrash } from '../trash/trash-marks.ts';
import { branchPath } from './branch-path.ts';

/** The branch that is shown, from its root down. */
export function listBranchIds(
  connection: Connection,
  input: CallInput<'listBranchIds'>,
): readonly MessageId[] {
  const session = getSessionRow(connection, input.sessionId, input.within);
  return prepared<{ leaf: number | null }, MessageId>(
    connection,
    `WITH RECURSIVE branch (key, parent_key, height) AS (
       SELECT id, parent_id, 0
       FROM messages
       WHERE id = :leaf
       UNION ALL
       SELECT messages.id, messages.parent_id, branch.height + 1
       FROM branch
       CROSS JOIN messages ON messages.id = branch.parent_key
     )
     SELECT messages.public_id
     FROM branch
     CROSS JOIN messages ON messages.id = branch.key
     ORDER BY height DESC`,
  )
    .pluck()
    .all({ leaf: session.active_leaf_key });
}

/** Ends of branches that are shown or can be. */
export function countBranches(connection: Connection, input: CallInput<'countBranches'>): number {
  const session = getSessionRow(connection, input.sessionId, input.within);
  if (hasTrash(connection, session.key)) return countShownEnds(connection, session.key);
  // Every message but the last of each branch is the parent of another one.
  const row = prepared<{ sessionKey: number }, { readonly ends: number }>(
    connection,
    `SELECT COUNT(*) - COUNT(DISTINCT parent_id) AS ends
     FROM messages
     WHERE session_id = :sessionKey`,
  ).get({ sessionKey: session.key });
  return row?.ends ?? 0;
}

interface PlaceRow {
  readonly key: number;
  readonly parentKey: number | null;
  readonly isTrashed: 0 | 1;
}

function countShownEnds(connection: Connection, sessionKey: number): number {
  const rows = prepared<{ sessionKey: number }, PlaceRow>(
    connection,
    `SELECT id AS key, parent_id AS parentKey, trashed_at IS NOT NULL AS isTrashed
     FROM messages
     WHERE session_id = :sessionKey
     ORDER BY sequence`,
  ).all({ sessionKey });
  const shown = new Set<number>();
  const parents = new Set<number>();
  for (const { key, parentKey, isTrashed } of rows) {
    if (isTrashed === 1 || (parentKey !== null && !shown.has(parentKey))) continue;
    shown.add(key);
    if (parentKey !== null) parents.add(parentKey);
  }
  return shown.size - parents.size;
}

interface BranchPlace {
  readonly key: number;
  readonly leaf: number | null;
}

/** Those of some messages that are not on the shown branch of their session; what is gone is left out. */
export function listElsewhere(
  connection: Connection,
  input: CallInput<'listElsewhere'>,
): readonly MessageId[] {
  const place = prepared<{ sessionId: string; messageId: string }, BranchPlace>(
    connection,
    `SELECT messages.id AS key, sessions.active_leaf_id AS leaf
     FROM sessions
     JOIN messages ON messages.session_id = sessions.id
     WHERE sessions.public_id = :sessionId AND messages.public_id = :messageId`,
  );
  return input.messages.flatMap(({ sessionId, messageId }) => {
    const found = place.get({ sessionId, messageId });
    if (found === undefined || found.leaf === null) return [];
    return branchPath(connection, found.leaf).includes(found.key) ? [] : [messageId];
  });
}
