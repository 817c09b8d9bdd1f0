import type { Message } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { type ReadMessageRow, readColumns, toMessages } from './messages-repository.ts';

/** Those of the session that are there, in the order asked for. */
export function getSomeMessages(
  connection: Connection,
  input: CallInput<'getSomeMessages'>,
): readonly Message[] {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const rows = prepared<object, ReadMessageRow>(
    connection,
    `SELECT ${readColumns}
     FROM json_each(:messageIds) AS wanted
     CROSS JOIN messages ON messages.public_id = wanted.value AND messages.session_id = :sessionKey
     CROSS JOIN sessions ON sessions.id = messages.session_id
     LEFT JOIN messages AS parent ON parent.id = messages.parent_id
     ORDER BY wanted.key`,
  ).all({ sessionKey: session.key, messageIds: JSON.stringify(input.messageIds) });
  return toMessages(connection, rows);
}
