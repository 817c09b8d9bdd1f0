import type { Session } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { getSession, getSessionRow } from '../library/sessions-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { refuseAnswering } from './answering.ts';
import { getShownKeys } from './branches-repository.ts';
import { nextMessageKey } from './message-keys.ts';

/**
 * An answer with other words beside the one it was, as the active leaf. Nobody generated it: it has no counts, no
 * thinking and no provenance. Errors: not-found; busy while the session answers; invalid-input for a message that is no
 * answer, or an id in use.
 */
export function insertEditedAnswer(connection: Connection, input: CallInput<'insertEditedAnswer'>): Session {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { key: sourceKey } = getShownKeys(connection, session.key, input.messageId);
  refuseAnswering(connection, session.key, input.sessionId);
  refuseOthers(connection, sourceKey, input.newId);
  const key = nextMessageKey(connection, input.at);
  prepared<object>(connection, insertSql).run({
    key,
    sourceKey,
    newId: input.newId,
    sequence: session.next_sequence,
    text: storable(input.text),
    at: input.at,
  });
  prepared<object>(
    connection,
    `UPDATE sessions
     SET next_sequence = next_sequence + 1,
         message_count = message_count + 1,
         active_leaf_id = :key,
         updated_at = MAX(updated_at, :at)
     WHERE id = :sessionKey`,
  ).run({ key, at: input.at, sessionKey: session.key });
  return getSession(connection, { sessionId: input.sessionId });
}

const insertSql = `
  INSERT INTO messages
    (id, public_id, session_id, parent_id, sequence, role, status, model, agent_name, content, created_at, edited_at,
     finished_at)
  SELECT
    :key, :newId, session_id, parent_id, :sequence, role, 'complete', model, agent_name, :text, :at, :at, :at
  FROM messages
  WHERE id = :sourceKey`;

function refuseOthers(connection: Connection, sourceKey: number, newId: string): void {
  const row = prepared<object, { readonly isAnswer: 0 | 1; readonly isUsed: 0 | 1 }>(
    connection,
    `SELECT
       role = 'assistant' AS isAnswer,
       EXISTS (SELECT 1 FROM messages WHERE public_id = :newId) AS isUsed
     FROM messages
     WHERE id = :sourceKey`,
  ).get({ sourceKey, newId });
  const problem = row?.isUsed === 1 ? 'a message id is in use' : 'only an answer can be edited';
  if (row?.isAnswer !== 1 || row.isUsed === 1) {
    throw new AppError({ code: 'invalid-input', details: { request: 'messages:edit-answer', problem } });
  }
}
