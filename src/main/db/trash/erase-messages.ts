import type { AttachmentOwner } from '../attachments/attachment-rows.ts';
import { blobsOf, deleteUnusedBlobs } from '../attachments/blobs.ts';
import { type Connection, prepared } from '../statements.ts';

export interface MessageRange {
  readonly key: number;
  readonly sessionKey: number;
}

export function newestMessages(
  connection: Connection,
  sessionKey: number,
  limit: number,
): readonly MessageRange[] {
  return prepared<{ sessionKey: number; limit: number }, MessageRange>(
    connection,
    `SELECT id AS key, session_id AS sessionKey
     FROM messages
     WHERE session_id = :sessionKey
     ORDER BY sequence DESC
     LIMIT :limit`,
  ).all({ sessionKey, limit });
}

/** Deletes rows that have no children any more, with their attachments and what Up and Down remember of them. */
export function eraseMessages(connection: Connection, messages: readonly MessageRange[]): void {
  const keys = messages.map(({ key }) => key);
  const forget = prepared<{ sessionKey: number; keys: string }>(
    connection,
    `DELETE FROM prompt_history
     WHERE session_id = :sessionKey
       AND text IN (
         SELECT content
         FROM messages
         WHERE id IN (SELECT value FROM json_each(:keys)) AND session_id = :sessionKey AND role = 'user'
       )`,
  );
  if (hasHistory(connection)) {
    for (const sessionKey of new Set(messages.map((message) => message.sessionKey))) {
      forget.run({ sessionKey, keys: JSON.stringify(keys) });
    }
  }
  withBlobsOf(connection, 'message_id', keys, () => {
    const erase = prepared<{ key: number }>(connection, 'DELETE FROM messages WHERE id = :key');
    for (const key of keys) erase.run({ key });
  });
}

function hasHistory(connection: Connection): boolean {
  return prepared<object, object>(connection, 'SELECT 1 FROM prompt_history LIMIT 1').get({}) !== undefined;
}

/** Runs `erase` and deletes the contents of attachments that nothing refers to afterwards. */
export function withBlobsOf(
  connection: Connection,
  owner: AttachmentOwner,
  keys: readonly number[],
  erase: () => void,
): void {
  const blobs = blobsOf(connection, owner, keys);
  erase();
  deleteUnusedBlobs(connection, blobs);
}
