import { colourCount, type SessionSummary, type Tag, type TagId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { type TagRow, tagColumns, toTag } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { erasedAt } from '../trash/trash-repository.ts';
import { readSummaries } from './session-groups-repository.ts';
import { refreshTagIds, tagNotFound } from './session-tags.ts';

// A tag can be on every session there is. What a change of it means for `sessions.tag_ids` is therefore written in
// chunks (`refreshTaggedSessions`); `refresh_from` says how far that has come, also after a restart.

export function listTags(connection: Connection): readonly Tag[] {
  return prepared<object, TagRow>(
    connection,
    `SELECT ${tagColumns}
     FROM tags
     WHERE trashed_at IS NULL
     ORDER BY name`,
  )
    .all({})
    .map(toTag);
}

export function createTag(connection: Connection, input: CallInput<'createTag'>): Tag {
  const name = storable(input.name);
  const known = findByName(connection, name);
  if (known?.trashed_at === null) return toTag(known);
  if (known !== undefined) return restoreTag(connection, { tagId: known.id });
  const { lastInsertRowid } = prepared<object>(
    connection,
    `INSERT INTO tags (name, colour)
     SELECT :name, IFNULL(MAX(id), 0) % ${colourCount}
     FROM tags`,
  ).run({ name });
  return toTag(getTag(connection, Number(lastInsertRowid)));
}

export function updateTag(connection: Connection, input: CallInput<'updateTag'>): Tag {
  const { tagId, changes } = input;
  const tag = getTag(connection, tagId);
  const name = changes.name === undefined ? tag.name : storable(changes.name);
  const other = findByName(connection, name);
  if (other !== undefined && other.id !== tagId) {
    throw new AppError({ code: 'name-taken', details: { name: other.name } });
  }
  prepared<object>(connection, 'UPDATE tags SET name = :name, colour = :colour WHERE id = :tagId').run({
    tagId,
    name,
    colour: changes.colour ?? tag.colour,
  });
  // The ids are kept in the order of the names.
  if (name !== tag.name) wantRefresh(connection, tagId);
  return toTag(getTag(connection, tagId));
}

export function trashTag(connection: Connection, input: CallInput<'trashTag'>): void {
  getTag(connection, input.tagId);
  prepared<object>(connection, 'UPDATE tags SET trashed_at = :at WHERE id = :tagId').run(input);
  wantRefresh(connection, input.tagId);
}

export function restoreTag(connection: Connection, { tagId }: CallInput<'restoreTag'>): Tag {
  prepared<object>(
    connection,
    `UPDATE tags SET trashed_at = NULL WHERE id = :tagId AND trashed_at > ${erasedAt}`,
  ).run({ tagId });
  const tag = getTag(connection, tagId);
  wantRefresh(connection, tagId);
  return toTag(tag);
}

function wantRefresh(connection: Connection, tagId: TagId): void {
  prepared<object>(connection, 'UPDATE tags SET refresh_from = 0 WHERE id = :tagId').run({ tagId });
}

export function refreshTaggedSessions(
  connection: Connection,
  { limit }: CallInput<'refreshTaggedSessions'>,
): { readonly changed: readonly SessionSummary[]; readonly isDone: boolean } {
  const tag = prepared<object, { readonly id: TagId; readonly refresh_from: number }>(
    connection,
    `SELECT id, refresh_from
     FROM tags
     WHERE refresh_from IS NOT NULL
     LIMIT 1`,
  ).get({});
  if (tag === undefined) return { changed: [], isDone: true };
  const keys = prepared<object, { readonly key: number }>(
    connection,
    `SELECT session_id AS key
     FROM session_tags
     WHERE tag_id = :tagId AND session_id > :from
     ORDER BY session_id
     LIMIT :limit`,
  )
    .all({ tagId: tag.id, from: tag.refresh_from, limit })
    .map((row) => row.key);
  const changed = refreshTagIds(connection, JSON.stringify(keys));
  const next = keys.length < limit ? null : (keys.at(-1) ?? null);
  prepared<object>(connection, 'UPDATE tags SET refresh_from = :next WHERE id = :tagId').run({
    tagId: tag.id,
    next,
  });
  return { changed: readSummaries(connection, changed), isDone: false };
}

interface FoundTag extends TagRow {
  readonly trashed_at: number | null;
}

/** Compared here, as SQLite knows the case of ASCII letters only. There are few tags. */
function findByName(connection: Connection, name: string): FoundTag | undefined {
  const found = prepared<object, FoundTag>(connection, `SELECT ${tagColumns}, tags.trashed_at FROM tags`)
    .all({})
    .find((tag) => withoutCase(tag.name) === withoutCase(name));
  if (found?.trashed_at !== erasedAt) return found;
  // What is being erased gives its name away: names are unique.
  prepared<object>(connection, 'UPDATE tags SET name = lower(hex(randomblob(16))) WHERE id = :tagId').run({
    tagId: found.id,
  });
  return undefined;
}

function withoutCase(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Error: not-found, also for one in the trash. */
function getTag(connection: Connection, tagId: TagId): TagRow {
  const row = prepared<object, TagRow>(
    connection,
    `SELECT ${tagColumns}
     FROM tags
     WHERE id = :tagId AND trashed_at IS NULL`,
  ).get({ tagId });
  if (row === undefined) throw tagNotFound(tagId);
  return row;
}
