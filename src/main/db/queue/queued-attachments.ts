import type { AttachmentId } from '#shared/domain.ts';
import { attachmentNotFound } from '../attachments/attach-to.ts';
import { type Connection, prepared } from '../statements.ts';

/** Files of the session's draft go with a message that waits, in that order. Error: not-found for any other. */
export function moveDraftToQueued(
  connection: Connection,
  sessionKey: number,
  queuedKey: number,
  attachmentIds: readonly AttachmentId[],
): void {
  const move = prepared<object>(
    connection,
    `UPDATE attachments
     SET queued_id = :queuedKey, draft_session_id = NULL, position = :position
     WHERE public_id = :id AND draft_session_id = :sessionKey`,
  );
  [...new Set(attachmentIds)].forEach((id, position) => {
    if (move.run({ id, sessionKey, queuedKey, position }).changes === 0) throw attachmentNotFound(id);
  });
}

export function moveQueuedToMessage(connection: Connection, queuedKey: number, messageKey: number): void {
  prepared<object>(
    connection,
    `UPDATE attachments
     SET message_id = :messageKey, queued_id = NULL
     WHERE queued_id = :queuedKey`,
  ).run({ queuedKey, messageKey });
}
