import { type QueuedMessage, queueLimit } from '#shared/contract/queue.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { deleteDraft } from '../library/drafts-repository.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { listQueue } from '../messages/queue-rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { moveDraftToQueued } from './queued-attachments.ts';

type Queue = readonly QueuedMessage[];

export function listQueued(connection: Connection, input: CallInput<'listQueued'>): Queue {
  return listQueue(connection, getSessionRow(connection, input.sessionId).key);
}

/** The text of the draft is cleared and its files move: what was written is in one place at any time. */
export function addQueued(connection: Connection, input: CallInput<'addQueued'>): Queue {
  const { key: sessionKey } = getSessionRow(connection, input.sessionId);
  if (countQueue(connection, sessionKey) >= queueLimit) {
    throw new AppError({ code: 'queue-full', details: { limit: queueLimit } });
  }
  refuseUsedId(connection, input.id);
  const { lastInsertRowid } = prepared<object>(
    connection,
    `INSERT INTO queued_messages (public_id, session_id, created_at, text, replies)
     VALUES (:id, :sessionKey, :at, :text, :replies)`,
  ).run({
    id: input.id,
    sessionKey,
    at: input.at,
    text: storable(input.text),
    replies: JSON.stringify(input.replies),
  });
  moveDraftToQueued(connection, sessionKey, Number(lastInsertRowid), input.attachmentIds);
  deleteDraft(connection, sessionKey);
  return listQueue(connection, sessionKey);
}

export function changeQueued(connection: Connection, input: CallInput<'changeQueued'>): Queue {
  const { key: sessionKey } = getSessionRow(connection, input.sessionId);
  const text = storable(input.text);
  if (text === '') refuseEmpty(connection, input.id);
  const { changes } = prepared<object>(
    connection,
    `UPDATE queued_messages
     SET text = :text
     WHERE public_id = :id AND session_id = :sessionKey AND removed_at IS NULL`,
  ).run({ id: input.id, sessionKey, text });
  if (changes === 0) throw queuedNotFound(input.id);
  return listQueue(connection, sessionKey);
}

/** Only marked, so that it comes back to its place with its files. */
export function removeQueued(connection: Connection, input: CallInput<'removeQueued'>): Queue {
  const { key: sessionKey } = getSessionRow(connection, input.sessionId);
  const { changes } = prepared<object>(
    connection,
    `UPDATE queued_messages
     SET removed_at = :at
     WHERE public_id = :id AND session_id = :sessionKey AND removed_at IS NULL`,
  ).run({ id: input.id, sessionKey, at: input.at });
  if (changes === 0) throw queuedNotFound(input.id);
  return listQueue(connection, sessionKey);
}

export function restoreQueued(connection: Connection, input: CallInput<'restoreQueued'>): Queue {
  const { key: sessionKey } = getSessionRow(connection, input.sessionId);
  const { changes } = prepared<object>(
    connection,
    `UPDATE queued_messages
     SET removed_at = NULL
     WHERE public_id = :id AND session_id = :sessionKey`,
  ).run({ id: input.id, sessionKey });
  if (changes === 0) throw queuedNotFound(input.id);
  return listQueue(connection, sessionKey);
}

function countQueue(connection: Connection, sessionKey: number): number {
  const row = prepared<{ sessionKey: number }, { readonly count: number }>(
    connection,
    'SELECT COUNT(*) AS count FROM queued_messages WHERE session_id = :sessionKey AND removed_at IS NULL',
  ).get({ sessionKey });
  return row?.count ?? 0;
}

/** It becomes the id of the message once that is sent. */
function refuseUsedId(connection: Connection, id: string): void {
  const used = prepared<{ id: string }, object>(
    connection,
    `SELECT 1 FROM queued_messages WHERE public_id = :id
     UNION ALL
     SELECT 1 FROM messages WHERE public_id = :id`,
  ).get({ id });
  if (used !== undefined) throw invalid('addQueued', 'a message id is in use');
}

/** Files say something without a word; nothing at all does not. */
function refuseEmpty(connection: Connection, id: string): void {
  const file = prepared<{ id: string }, object>(
    connection,
    `SELECT 1
     FROM queued_messages
     CROSS JOIN attachments ON attachments.queued_id = queued_messages.id
     WHERE queued_messages.public_id = :id`,
  ).get({ id });
  if (file === undefined) throw invalid('changeQueued', 'an empty message');
}

function invalid(request: string, problem: string): AppError {
  return new AppError({ code: 'invalid-input', details: { request, problem } });
}

export function queuedNotFound(id: string): AppError {
  return new AppError({ code: 'not-found', details: { what: 'queued-message', id } });
}
