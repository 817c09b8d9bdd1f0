import type { BulkChange } from '#shared/contract/sessions.ts';
import type { ProjectId, SessionId, SessionSummary } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { type SummaryRow, summaryColumns, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { erasedAt } from '../trash/trash-repository.ts';
import { placeKey } from './projects-repository.ts';
import { refreshTagIds, requireTags } from './session-tags.ts';

// Changes to several sessions in one transaction. Callers hand over a chunk at a time. None of them moves a session
// up in the list, and what is not there (any more, or in that project) is passed over.

export function changeSessions(
  connection: Connection,
  input: CallInput<'changeSessions'>,
): readonly SessionSummary[] {
  const keys = findKeys(connection, input.sessionIds, input.within);
  return readSummaries(connection, applyChange(connection, keys, input.change, input.at));
}

/** Gives the keys of the sessions that are different now. */
function applyChange(
  connection: Connection,
  keys: string,
  change: BulkChange,
  at: number,
): readonly number[] {
  switch (change.kind) {
    case 'move':
      return updated(
        connection,
        keys,
        'project_id = :projectKey, trashed_project_id = NULL',
        'project_id IS NOT :projectKey',
        { projectKey: placeKey(connection, change.projectId) },
      );
    case 'pin':
      return setTime(connection, keys, 'pinned_at', change.isPinned ? at : null);
    case 'archive':
      return setTime(connection, keys, 'archived_at', change.isArchived ? at : null);
    case 'mark':
      return updated(connection, keys, 'is_unread = :isUnread', 'is_unread <> :isUnread', {
        isUnread: change.isUnread ? 1 : 0,
      });
    case 'tag':
      return changeTags(connection, keys, change);
  }
}

function setTime(
  connection: Connection,
  keys: string,
  column: 'pinned_at' | 'archived_at',
  at: number | null,
): readonly number[] {
  return updated(connection, keys, `${column} = :at`, `(${column} IS NULL) <> (:at IS NULL)`, { at });
}

function changeTags(
  connection: Connection,
  keys: string,
  change: Extract<BulkChange, { kind: 'tag' }>,
): readonly number[] {
  requireTags(connection, change.add);
  prepared<object>(
    connection,
    `INSERT OR IGNORE INTO session_tags (session_id, tag_id)
     SELECT session_keys.value, tag_keys.value
     FROM json_each(:keys) AS session_keys, json_each(:tags) AS tag_keys`,
  ).run({ keys, tags: JSON.stringify(change.add) });
  prepared<object>(
    connection,
    `DELETE FROM session_tags
     WHERE session_id IN (SELECT value FROM json_each(:keys))
       AND tag_id IN (SELECT value FROM json_each(:tags))`,
  ).run({ keys, tags: JSON.stringify(change.remove) });
  return refreshTagIds(connection, keys);
}

export function trashSessions(
  connection: Connection,
  input: CallInput<'trashSessions'>,
): readonly SessionId[] {
  const keys = findKeys(connection, input.sessionIds, input.within);
  return prepared<object, { readonly id: SessionId }>(
    connection,
    `UPDATE sessions
     SET trashed_at = :at
     WHERE id IN (SELECT value FROM json_each(:keys))
     RETURNING public_id AS id`,
  )
    .all({ keys, at: input.at })
    .map((row) => row.id);
}

/**
 * A session whose project went to the trash is in the Inbox; when the project is back, the session goes to it.
 * Neither a copy that is still being written nor what is being erased comes back.
 */
export function restoreSessions(
  connection: Connection,
  input: CallInput<'restoreSessions'>,
): readonly SessionSummary[] {
  const ids = JSON.stringify(input.sessionIds);
  prepared<object>(
    connection,
    `UPDATE sessions
     SET project_id = trashed_project_id, trashed_project_id = NULL
     WHERE public_id IN (SELECT value FROM json_each(:ids))
       AND trashed_at > ${erasedAt}
       AND is_incomplete = 0
       AND project_id IS NULL
       AND EXISTS (
         SELECT 1
         FROM projects
         WHERE projects.id = sessions.trashed_project_id AND projects.trashed_at IS NULL
       )`,
  ).run({ ids });
  prepared<object>(
    connection,
    `UPDATE sessions
     SET trashed_at = NULL
     WHERE public_id IN (SELECT value FROM json_each(:ids))
       AND trashed_at > ${erasedAt}
       AND is_incomplete = 0`,
  ).run({ ids });
  return readSummaries(connection, JSON.parse(findKeys(connection, input.sessionIds)) as readonly number[]);
}

/** Internal keys of those that are there and, with `within`, in that project: a JSON array, as the statements take it. */
function findKeys(
  connection: Connection,
  sessionIds: readonly SessionId[],
  within?: ProjectId | null,
): string {
  const isWithin = within === undefined ? '' : 'AND sessions.project_id IS :projectKey';
  const row = prepared<object, { readonly keys: string }>(
    connection,
    `SELECT json_group_array(DISTINCT sessions.id) AS keys
     FROM json_each(:ids) AS ids
     CROSS JOIN sessions ON sessions.public_id = ids.value
     WHERE sessions.trashed_at IS NULL ${isWithin}`,
  ).get({
    ids: JSON.stringify(sessionIds),
    ...(within !== undefined && { projectKey: placeKey(connection, within) }),
  });
  return row?.keys ?? '[]';
}

function updated(
  connection: Connection,
  keys: string,
  assignments: string,
  isDifferent: string,
  values: object,
): readonly number[] {
  return prepared<object, { readonly key: number }>(
    connection,
    `UPDATE sessions
     SET ${assignments}
     WHERE id IN (SELECT value FROM json_each(:keys)) AND ${isDifferent}
     RETURNING id AS key`,
  )
    .all({ keys, ...values })
    .map((row) => row.key);
}

/** Those that are not in the trash, in the order of `keys`. */
export function readSummaries(connection: Connection, keys: readonly number[]): readonly SessionSummary[] {
  if (keys.length === 0) return [];
  return prepared<object, SummaryRow>(
    connection,
    `SELECT ${summaryColumns}
     FROM json_each(:keys) AS keys
     CROSS JOIN sessions ON sessions.id = keys.value
     WHERE sessions.trashed_at IS NULL
     ORDER BY keys.key`,
  )
    .all({ keys: JSON.stringify(keys) })
    .map(toSummary);
}
