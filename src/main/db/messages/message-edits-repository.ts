import type { CallInput } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { getMessageKeys } from './messages-repository.ts';

/** Other words for a message that are not sent yet; they go with the message. */
export function saveMessageEdit(connection: Connection, input: CallInput<'saveMessageEdit'>): void {
  const { key: sessionKey } = getSessionRow(connection, input.sessionId);
  const { key } = getMessageKeys(connection, sessionKey, input.messageId);
  const { edit } = input;
  if (edit === null) {
    prepared<{ key: number }>(connection, 'DELETE FROM message_edits WHERE message_id = :key').run({ key });
    return;
  }
  prepared<object>(
    connection,
    `INSERT INTO message_edits (message_id, session_id, updated_at, text, removed_ids, is_open)
     VALUES (:key, :sessionKey, :at, :text, :removedIds, :isOpen)
     ON CONFLICT (message_id) DO UPDATE SET
       updated_at = excluded.updated_at,
       text = excluded.text,
       removed_ids = excluded.removed_ids,
       is_open = excluded.is_open`,
  ).run({
    key,
    sessionKey,
    at: input.at,
    text: storable(edit.text),
    removedIds: JSON.stringify(edit.removedIds),
    isOpen: edit.isOpen ? 1 : 0,
  });
}
