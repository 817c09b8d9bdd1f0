import type { MessageId } from '#shared/domain.ts';
import { attachmentsForSending } from '../attachments/attachments-for-sending.ts';
import type { BranchMessage, CallInput } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { getMessageKeys } from './messages-repository.ts';

// What a model can be sent.

interface BranchRow extends Omit<BranchMessage, 'attachments'> {
  readonly key: number;
}

const columns = `
  messages.id AS key,
  messages.public_id AS id,
  messages.role,
  messages.content,
  CASE WHEN :withThinking THEN messages.thinking ELSE '' END AS thinking,
  messages.status`;

export function listBranch(connection: Connection, input: CallInput<'listBranch'>): readonly BranchMessage[] {
  const session = getSessionRow(connection, input.sessionId);
  const { key } = getMessageKeys(connection, session.key, input.messageId);
  const rows = prepared<object, BranchRow>(
    connection,
    `WITH RECURSIVE branch (key, parent_key, height) AS (
       SELECT id, parent_id, 0
       FROM messages
       WHERE id = :startKey
       UNION ALL
       SELECT messages.id, messages.parent_id, branch.height + 1
       FROM branch
       CROSS JOIN messages ON messages.id = branch.parent_key
     )
     SELECT ${columns}
     FROM branch
     CROSS JOIN messages ON messages.id = branch.key
     ORDER BY branch.height DESC`,
  ).all({ startKey: key, withThinking: input.withThinking ? 1 : 0 });
  return withAttachments(connection, rows);
}

export function listBranchMessages(
  connection: Connection,
  input: CallInput<'listBranchMessages'>,
): readonly BranchMessage[] {
  const session = getSessionRow(connection, input.sessionId);
  const rows = prepared<object, BranchRow>(
    connection,
    `SELECT ${columns}
     FROM json_each(:ids) AS wanted
     CROSS JOIN messages ON messages.public_id = wanted.value AND messages.session_id = :sessionKey
     ORDER BY wanted.key`,
  ).all({
    sessionKey: session.key,
    ids: JSON.stringify(input.messageIds satisfies readonly MessageId[]),
    withThinking: input.withThinking ? 1 : 0,
  });
  return withAttachments(connection, rows);
}

function withAttachments(connection: Connection, rows: readonly BranchRow[]): readonly BranchMessage[] {
  const attachments = attachmentsForSending(
    connection,
    rows.map(({ key }) => key),
  );
  return rows.map(({ key, ...message }) => ({ ...message, attachments: attachments.get(key) ?? [] }));
}
