import type { TagId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { type Connection, prepared } from '../statements.ts';

/**
 * Writes `tag_ids` of these sessions anew: the tags that are not in the trash, by name. Gives the keys of those where
 * that made a difference. `keys` is a JSON array of internal keys.
 */
export function refreshTagIds(connection: Connection, keys: string): readonly number[] {
  return prepared<object, { readonly key: number }>(
    connection,
    `UPDATE sessions
     SET tag_ids = fresh.tag_ids
     FROM (
       SELECT
         keys.value AS key,
         (
           SELECT json_group_array(tags.id ORDER BY tags.name)
           FROM session_tags
           JOIN tags ON tags.id = session_tags.tag_id
           WHERE session_tags.session_id = keys.value AND tags.trashed_at IS NULL
         ) AS tag_ids
       FROM json_each(:keys) AS keys
     ) AS fresh
     WHERE sessions.id = fresh.key AND sessions.tag_ids <> fresh.tag_ids
     RETURNING sessions.id AS key`,
  )
    .all({ keys })
    .map((row) => row.key);
}

/** Error: not-found, for one that is not there or in the trash. */
export function requireTags(connection: Connection, tagIds: readonly TagId[]): void {
  const missing = prepared<object, { readonly id: TagId }>(
    connection,
    `SELECT wanted.value AS id
     FROM json_each(:ids) AS wanted
     LEFT JOIN tags ON tags.id = wanted.value AND tags.trashed_at IS NULL
     WHERE tags.id IS NULL
     LIMIT 1`,
  ).get({ ids: JSON.stringify(tagIds) });
  if (missing !== undefined) throw tagNotFound(missing.id);
}

export function tagNotFound(id: TagId): AppError {
  return new AppError({ code: 'not-found', details: { what: 'tag', id: String(id) } });
}
