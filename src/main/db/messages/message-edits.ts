import * as v from 'valibot';
import type { MessageEdit } from '#shared/contract/edits.ts';
import { attachmentIdSchema, type MessageId } from '#shared/domain.ts';
import { type Connection, prepared } from '../statements.ts';

interface EditRow {
  readonly messageId: MessageId;
  readonly text: string;
  readonly removedIds: string;
  readonly isOpen: 0 | 1;
}

const none: readonly MessageEdit[] = [];
const removedIdsSchema = v.fallback(v.pipe(v.string(), v.parseJson(), v.array(attachmentIdSchema)), []);

/** Messages of a session that are being written anew, on every branch. */
export function listEdits(connection: Connection, sessionKey: number): readonly MessageEdit[] {
  const rows = prepared<{ sessionKey: number }, EditRow>(
    connection,
    `SELECT
       messages.public_id AS messageId,
       message_edits.text,
       message_edits.removed_ids AS removedIds,
       message_edits.is_open AS isOpen
     FROM message_edits
     CROSS JOIN messages ON messages.id = message_edits.message_id
     WHERE message_edits.session_id = :sessionKey`,
  ).all({ sessionKey });
  if (rows.length === 0) return none;
  return rows.map(({ messageId, text, removedIds, isOpen }) => ({
    messageId,
    text,
    removedIds: v.parse(removedIdsSchema, removedIds),
    isOpen: isOpen === 1,
  }));
}
