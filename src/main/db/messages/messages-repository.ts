import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { Message, MessageId, MessagePage, SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { attachmentsOf, noAttachments } from '../attachments/attachment-rows.ts';
import type { CallInput } from '../interface.ts';
import { findDraft } from '../library/drafts-repository.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type MessageRow, messageColumns, type SessionRow, toMessageFields, toSession } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { listEdits } from './message-edits.ts';
import { listQueue } from './queue-rows.ts';

export interface ReadMessageRow extends MessageRow {
  readonly key: number;
  readonly session_id: string;
  /** JSON array of public ids. */
  readonly sibling_ids: string;
}

const columnsWithoutSiblings = `
  ${messageColumns},
  messages.id AS key,
  sessions.public_id AS session_id`;

/** Siblings by a subquery per row: each is one step in an index, as a page has few rows. */
export const readColumns = `
  ${columnsWithoutSiblings},
  (
    SELECT json_group_array(sibling.public_id ORDER BY sibling.sequence)
    FROM messages AS sibling
    WHERE sibling.parent_id IS messages.parent_id
      AND sibling.session_id = messages.session_id
      AND sibling.trashed_at IS NULL
  ) AS sibling_ids`;

/**
 * `branch` holds the messages from `:startKey` upwards, at most `:limit`, numbered from 0. Every step is one row by
 * its key, so a page costs the same in a session of any length, and SQLite's recursion is a queue without a depth.
 */
const branchUpwards = `
  WITH RECURSIVE branch (key, parent_key, height) AS (
    SELECT id, parent_id, 0
    FROM messages
    WHERE id = :startKey
    UNION ALL
    SELECT messages.id, messages.parent_id, branch.height + 1
    FROM branch
    CROSS JOIN messages ON messages.id = branch.parent_key
    LIMIT :limit
  )`;

export const pageSql = `
  ${branchUpwards}
  SELECT ${readColumns}
  FROM branch
  CROSS JOIN messages ON messages.id = branch.key
  CROSS JOIN sessions ON sessions.id = messages.session_id
  LEFT JOIN messages AS parent ON parent.id = messages.parent_id
  ORDER BY branch.height`;

/** For a branch that is the whole of its session: nobody in it has another sibling. */
const wholeSql = `
  ${branchUpwards}
  SELECT ${columnsWithoutSiblings}, json_array(messages.public_id) AS sibling_ids
  FROM branch
  CROSS JOIN messages ON messages.id = branch.key
  CROSS JOIN sessions ON sessions.id = messages.session_id
  LEFT JOIN messages AS parent ON parent.id = messages.parent_id
  ORDER BY branch.height`;

export function openSession(connection: Connection, input: CallInput<'openSession'>): OpenedSession {
  const row = getSessionRow(connection, input.sessionId, input.within);
  return {
    session: toSession(row),
    page: readWhole(connection, row, input.limit) ?? {
      ...readUpwards(connection, row.active_leaf_key, input.limit),
      hasNewer: false,
    },
    draft: findDraft(connection, row.key),
    queue: listQueue(connection, row.key),
    edits: listEdits(connection, row.key),
  };
}

export function listOlderMessages(
  connection: Connection,
  input: CallInput<'listOlderMessages'>,
): MessagePage {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { parentKey } = getMessageKeys(connection, session.key, input.beforeId);
  return { ...readUpwards(connection, parentKey, input.limit), hasNewer: true };
}

/**
 * All messages of a short session without forks, which most are, at the cost of reading them and nothing else; null for
 * any other.
 */
function readWhole(connection: Connection, session: SessionRow, limit: number): MessagePage | null {
  if (session.message_count > limit) return null;
  const rows = prepared<object, ReadMessageRow>(connection, wholeSql).all({
    startKey: session.active_leaf_key,
    limit: limit + 1,
  });
  if (rows.length !== session.message_count) return null;
  return { messages: toMessages(connection, rows.reverse()), hasOlder: false, hasNewer: false };
}

/** The `limit` messages that end with `startKey`, oldest first. */
function readUpwards(
  connection: Connection,
  startKey: number | null,
  limit: number,
): Omit<MessagePage, 'hasNewer'> {
  const rows = prepared<object, ReadMessageRow>(connection, pageSql).all({ startKey, limit: limit + 1 });
  return { messages: toMessages(connection, rows.slice(0, limit).reverse()), hasOlder: rows.length > limit };
}

export function getMessage(connection: Connection, input: CallInput<'getMessage'>): Message {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { key } = getMessageKeys(connection, session.key, input.messageId);
  return readMessage(connection, key);
}

/** The message with the internal key `key`, which must be there. */
export function readMessage(connection: Connection, key: number): Message {
  const row = prepared<object, ReadMessageRow>(
    connection,
    `SELECT ${readColumns}
     FROM messages
     CROSS JOIN sessions ON sessions.id = messages.session_id
     LEFT JOIN messages AS parent ON parent.id = messages.parent_id
     WHERE messages.id = :key`,
  ).get({ key });
  const [message] = toMessages(connection, row === undefined ? [] : [row]);
  if (message === undefined) throw messageNotFound(String(key));
  return message;
}

/** Internal keys of a message of this session. Error: not-found, also for a message of another session. */
export function getMessageKeys(
  connection: Connection,
  sessionKey: number,
  messageId: MessageId,
): { readonly key: number; readonly parentKey: number | null } {
  const row = prepared<object, { readonly key: number; readonly parentKey: number | null }>(
    connection,
    `SELECT id AS key, parent_id AS parentKey
     FROM messages
     WHERE public_id = :messageId AND session_id = :sessionKey`,
  ).get({ sessionKey, messageId });
  if (row === undefined) throw messageNotFound(messageId);
  return row;
}

export function messageNotFound(id: MessageId | SessionId): AppError {
  return new AppError({ code: 'not-found', details: { what: 'message', id } });
}

/** The rows as messages, with their attachments, which one further statement reads for all of them. */
export function toMessages(connection: Connection, rows: readonly ReadMessageRow[]): readonly Message[] {
  const attachments = attachmentsOf(
    connection,
    'message_id',
    rows.map(({ key }) => key),
  );
  return rows.map((row) => ({
    ...toMessageFields(row),
    sessionId: row.session_id,
    attachments: attachments.get(row.key) ?? noAttachments,
    siblingIds: JSON.parse(row.sibling_ids) as readonly MessageId[],
  }));
}
