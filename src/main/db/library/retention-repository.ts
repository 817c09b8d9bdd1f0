import type { RetentionPreview } from '#shared/contract/trash.ts';
import type { SessionId } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { type SummaryRow, summaryColumns, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { hasUnsent } from './unsent.ts';

/** Pinned sessions, those with something that was not sent yet and, where wished, tagged ones do not count and do not go. */
const mayGo = `
  sessions.trashed_at IS NULL
  AND sessions.pinned_at IS NULL
  AND (:keepTagged = 0 OR sessions.tag_ids = '[]')
  AND NOT ${hasUnsent}
  AND sessions.public_id NOT IN (SELECT value FROM json_each(:answering))`;

/** Oldest activity first. */
const expiredSql = `
  WITH ranked AS (
    SELECT
      sessions.id,
      sessions.updated_at,
      ROW_NUMBER() OVER (ORDER BY sessions.updated_at DESC, sessions.public_id DESC) AS place
    FROM sessions INDEXED BY all_by_activity
    WHERE ${mayGo}
  ),
  expired AS (
    SELECT id, updated_at
    FROM ranked
    WHERE place > :maxSessions OR updated_at < :oldest
  )`;

/** What a policy would take now: how many sessions, and the first `limit` of them. A look at every session. */
export function listExpired(connection: Connection, input: CallInput<'listExpired'>): RetentionPreview {
  const parameters = {
    keepTagged: input.retention.keepTagged ? 1 : 0,
    answering: JSON.stringify(input.answering),
    maxSessions: input.retention.maxSessions ?? Number.MAX_SAFE_INTEGER,
    oldest: input.oldest ?? 0,
  };
  const counted = prepared<object, { readonly count: number }>(
    connection,
    `${expiredSql}
     SELECT COUNT(*) AS count
     FROM expired`,
  ).get(parameters);
  const rows = prepared<object, SummaryRow>(
    connection,
    `${expiredSql}
     SELECT ${summaryColumns}
     FROM expired
     CROSS JOIN sessions ON sessions.id = expired.id
     LEFT JOIN projects ON projects.id = sessions.project_id
     ORDER BY expired.updated_at, sessions.public_id
     LIMIT :limit`,
  ).all({ ...parameters, limit: input.limit });
  return { count: counted?.count ?? 0, examples: rows.map(toSummary) };
}

/** To the trash, those of them that may still go: one may have been pinned or written in since it was listed. */
export function trashExpired(connection: Connection, input: CallInput<'trashExpired'>): readonly SessionId[] {
  return prepared<object, { readonly id: SessionId }>(
    connection,
    `UPDATE sessions
     SET trashed_at = :at
     WHERE public_id IN (SELECT value FROM json_each(:ids))
       AND ${mayGo}
     RETURNING public_id AS id`,
  )
    .all({
      at: input.at,
      ids: JSON.stringify(input.sessionIds),
      keepTagged: input.keepTagged ? 1 : 0,
      answering: JSON.stringify(input.answering),
    })
    .map(({ id }) => id);
}
