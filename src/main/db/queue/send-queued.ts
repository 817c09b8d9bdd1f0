import type { CallInput, SentQueued } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { listQueue } from '../messages/queue-rows.ts';
import { readTurn, writeTurn } from '../messages/turns-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { moveQueuedToMessage } from './queued-attachments.ts';

interface FirstRow {
  readonly key: number;
  readonly id: string;
  readonly text: string;
}

/** The row becomes the message under its own id, so it can never be in both places, nor in none. */
export function sendQueued(connection: Connection, input: CallInput<'sendQueued'>): SentQueued | null {
  const session = getSessionRow(connection, input.sessionId);
  const first = findFirst(connection, session.key);
  if (first === undefined) return null;
  const keys = writeTurn(connection, {
    ...input,
    parentId: session.active_leaf_id,
    userMessageId: first.id,
    text: first.text,
    attachmentIds: [],
  });
  moveQueuedToMessage(connection, first.key, keys.userKey);
  prepared<{ key: number }>(connection, 'DELETE FROM queued_messages WHERE id = :key').run({
    key: first.key,
  });
  return { ...readTurn(connection, input.sessionId, keys), queue: listQueue(connection, session.key) };
}

function findFirst(connection: Connection, sessionKey: number): FirstRow | undefined {
  return prepared<{ sessionKey: number }, FirstRow>(
    connection,
    `SELECT queued_messages.id AS key, queued_messages.public_id AS id, queued_messages.text
     FROM queued_messages
     WHERE queued_messages.session_id = :sessionKey AND queued_messages.removed_at IS NULL
     ORDER BY queued_messages.id
     LIMIT 1`,
  ).get({ sessionKey });
}
