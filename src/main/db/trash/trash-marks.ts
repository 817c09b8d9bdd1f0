import type { MessageId } from '#shared/domain.ts';
import { type Connection, prepared } from '../statements.ts';

// Many messages of one session at once. Keys go in and out in the order of the session, parents before their children.

/** The keys of those messages that are there, whether in the trash or not. */
export function findKeys(
  connection: Connection,
  sessionKey: number,
  messageIds: readonly MessageId[],
): ReadonlyMap<MessageId, number> {
  const rows = prepared<
    { ids: string; sessionKey: number },
    { readonly id: MessageId; readonly key: number }
  >(
    connection,
    `SELECT messages.public_id AS id, messages.id AS key
     FROM json_each(:ids) AS wanted
     CROSS JOIN messages ON messages.public_id = wanted.value
     WHERE messages.session_id = :sessionKey
     ORDER BY messages.sequence`,
  ).all({ ids: JSON.stringify(messageIds), sessionKey });
  return new Map(rows.map(({ id, key }) => [id, key]));
}

export interface TrashMark {
  readonly key: number;
  /** On its way out of the file: it does not come back. */
  readonly isErased: 0 | 1;
}

/** Those in the trash of some messages and of everything above them. */
export function trashedAbove(
  connection: Connection,
  sessionKey: number,
  keys: readonly number[],
): readonly TrashMark[] {
  // Nearly always nothing is in the trash, and the way to the root can be long.
  if (!hasTrash(connection, sessionKey)) return [];
  return prepared<{ keys: string }, TrashMark>(
    connection,
    `WITH RECURSIVE above (key) AS (
       SELECT value FROM json_each(:keys)
       UNION
       SELECT messages.parent_id
       FROM above
       CROSS JOIN messages ON messages.id = above.key
       WHERE messages.parent_id IS NOT NULL
     )
     SELECT messages.id AS key, messages.trashed_at = 0 AS isErased
     FROM above
     CROSS JOIN messages ON messages.id = above.key
     WHERE messages.trashed_at IS NOT NULL
     ORDER BY messages.sequence`,
  ).all({ keys: JSON.stringify(keys) });
}

export function hasTrash(connection: Connection, sessionKey: number): boolean {
  const first = prepared<{ sessionKey: number }, object>(
    connection,
    `SELECT 1
     FROM messages INDEXED BY messages_in_trash
     WHERE trashed_at IS NOT NULL AND session_id = :sessionKey
     LIMIT 1`,
  ).get({ sessionKey });
  return first !== undefined;
}

/** These and everything below them, in the trash or not. */
export function keysBelow(connection: Connection, keys: readonly number[]): ReadonlySet<number> {
  if (keys.length === 0) return new Set();
  const rows = prepared<{ keys: string }, { readonly key: number }>(
    connection,
    `WITH RECURSIVE below (key) AS (
       SELECT value FROM json_each(:keys)
       UNION
       SELECT messages.id
       FROM below
       CROSS JOIN messages ON messages.parent_id = below.key
     )
     SELECT key FROM below`,
  ).all({ keys: JSON.stringify(keys) });
  return new Set(rows.map(({ key }) => key));
}

/** `at` null: out of the trash. */
export function setTrashed(connection: Connection, keys: readonly number[], at: number | null): void {
  prepared<{ keys: string; at: number | null }>(
    connection,
    'UPDATE messages SET trashed_at = :at WHERE id IN (SELECT value FROM json_each(:keys))',
  ).run({ keys: JSON.stringify(keys), at });
}
