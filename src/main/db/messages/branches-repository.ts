import type { MessageId, Session } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { getSession, getSessionRow } from '../library/sessions-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { topmostTrashed } from '../trash/branch-trash-repository.ts';
import { branchPath } from './branch-path.ts';
import { getMessageKeys, messageNotFound } from './messages-repository.ts';

/**
 * The newest message below is a leaf for sure, as a child always has a larger number than its parent. What is in the
 * trash is not shown.
 */
const below = `
  WITH RECURSIVE below (key, sequence) AS (
    SELECT id, sequence
    FROM messages
    WHERE id = :key
    UNION ALL
    SELECT messages.id, messages.sequence
    FROM below
    CROSS JOIN messages ON messages.parent_id = below.key
    WHERE messages.trashed_at IS NULL
  )`;

/** As `getMessageKeys`; a message in the trash, or below one that is there, is not there. Error: not-found. */
export function getShownKeys(
  connection: Connection,
  sessionKey: number,
  messageId: MessageId,
): ReturnType<typeof getMessageKeys> {
  const keys = getMessageKeys(connection, sessionKey, messageId);
  if (topmostTrashed(connection, keys.key) !== null) throw messageNotFound(messageId);
  return keys;
}

export function selectBranch(connection: Connection, input: CallInput<'selectBranch'>): Session {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { key } = getShownKeys(connection, session.key, input.messageId);
  prepared<{ key: number; sessionKey: number }>(
    connection,
    `${below}
     UPDATE sessions
     SET active_leaf_id = (SELECT key FROM below ORDER BY sequence DESC LIMIT 1)
     WHERE id = :sessionKey`,
  ).run({ key, sessionKey: session.key });
  return getSession(connection, { sessionId: input.sessionId });
}

export function findLeafBelow(connection: Connection, input: CallInput<'findLeafBelow'>): MessageId | null {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { key, parentKey } = getMessageKeys(connection, session.key, input.messageId);
  if (isOnBranch(connection, session.active_leaf_key, key, parentKey)) return null;
  if (topmostTrashed(connection, key) !== null) throw messageNotFound(input.messageId);
  const leaf = prepared<{ key: number }, { readonly id: MessageId }>(
    connection,
    `${below}
     SELECT messages.public_id AS id
     FROM below
     CROSS JOIN messages ON messages.id = below.key
     ORDER BY below.sequence DESC
     LIMIT 1`,
  ).get({ key });
  if (leaf === undefined) throw messageNotFound(input.messageId);
  return leaf.id;
}

function isOnBranch(
  connection: Connection,
  leafKey: number | null,
  key: number,
  parentKey: number | null,
): boolean {
  if (leafKey === null) return false;
  const path = branchPath(connection, leafKey);
  const place = path.indexOf(key);
  return place !== -1 && (path[place - 1] ?? null) === parentKey;
}
