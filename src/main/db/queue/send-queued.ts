import type { MessageId } from '#shared/domain.ts';
import type { CallInput, SentQueued } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { listQueue } from '../messages/queue-rows.ts';
import { readTurn, writeTurn } from '../messages/turns-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { moveQueuedToMessage } from './queued-attachments.ts';

interface WaitingRow {
  readonly key: number;
  readonly text: string;
}

/** The row becomes the message under its own id, so it can never be in both places, nor in none. */
export function sendQueued(connection: Connection, input: CallInput<'sendQueued'>): SentQueued | null {
  const session = getSessionRow(connection, input.sessionId);
  const waiting = findWaiting(connection, session.key, input.userMessageId);
  if (waiting === undefined) return null;
  const keys = writeTurn(connection, {
    ...input,
    parentId: session.active_leaf_id,
    text: waiting.text,
    attachmentIds: [],
  });
  moveQueuedToMessage(connection, waiting.key, keys.userKey);
  prepared<{ key: number }>(connection, 'DELETE FROM queued_messages WHERE id = :key').run({
    key: waiting.key,
  });
  return { ...readTurn(connection, input.sessionId, keys), queue: listQueue(connection, session.key) };
}

function findWaiting(connection: Connection, sessionKey: number, id: MessageId): WaitingRow | undefined {
  return prepared<{ sessionKey: number; id: MessageId }, WaitingRow>(
    connection,
    `SELECT id AS key, text
     FROM queued_messages
     WHERE public_id = :id AND session_id = :sessionKey AND removed_at IS NULL`,
  ).get({ sessionKey, id });
}
