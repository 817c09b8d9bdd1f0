import type { QueuedMessage, QueuedReply } from '#shared/contract/queue.ts';
import type { SessionId } from '#shared/domain.ts';
import { attachmentsOf, noAttachments } from '../attachments/attachment-rows.ts';
import { type Connection, prepared } from '../statements.ts';

interface QueuedRow {
  readonly key: number;
  readonly id: string;
  readonly session_id: SessionId;
  readonly text: string;
  readonly created_at: number;
  readonly replies: string | null;
}

const none: readonly QueuedMessage[] = [];
const ownModel: readonly QueuedReply[] = [{ model: null, parameters: {} }];

/** Messages of a session that wait for the answer before them, in their order. */
export function listQueue(connection: Connection, sessionKey: number): readonly QueuedMessage[] {
  const rows = prepared<{ sessionKey: number }, QueuedRow>(
    connection,
    `SELECT
       queued_messages.id AS key,
       queued_messages.public_id AS id,
       sessions.public_id AS session_id,
       queued_messages.text,
       queued_messages.created_at,
       queued_messages.replies
     FROM queued_messages
     CROSS JOIN sessions ON sessions.id = queued_messages.session_id
     WHERE queued_messages.session_id = :sessionKey AND queued_messages.removed_at IS NULL
     ORDER BY queued_messages.id`,
  ).all({ sessionKey });
  if (rows.length === 0) return none;
  const attachments = attachmentsOf(
    connection,
    'queued_id',
    rows.map(({ key }) => key),
  );
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    text: row.text,
    attachments: attachments.get(row.key) ?? noAttachments,
    replies: row.replies === null ? ownModel : (JSON.parse(row.replies) as readonly QueuedReply[]),
    createdAt: row.created_at,
  }));
}
