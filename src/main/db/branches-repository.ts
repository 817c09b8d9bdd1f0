import type { Session } from '#shared/domain.ts';
import type { CallInput } from './interface.ts';
import { getMessageKeys } from './messages-repository.ts';
import { getSession, getSessionRow } from './sessions-repository.ts';
import { type Connection, prepared } from './statements.ts';

/** The newest message below `messageId` is a leaf for sure, as a child always has a larger number than its parent. */
export function selectBranch(connection: Connection, input: CallInput<'selectBranch'>): Session {
  const session = getSessionRow(connection, input.sessionId);
  const { key } = getMessageKeys(connection, session.key, input.messageId);
  prepared<{ key: number; sessionKey: number }>(
    connection,
    `WITH RECURSIVE below (key, sequence) AS (
       SELECT id, sequence
       FROM messages
       WHERE id = :key
       UNION ALL
       SELECT messages.id, messages.sequence
       FROM below
       CROSS JOIN messages ON messages.parent_id = below.key
     )
     UPDATE sessions
     SET active_leaf_id = (SELECT key FROM below ORDER BY sequence DESC LIMIT 1)
     WHERE id = :sessionKey`,
  ).run({ key, sessionKey: session.key });
  return getSession(connection, input);
}
