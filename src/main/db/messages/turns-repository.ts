import {
  type Message,
  type MessageId,
  previewOf,
  type SessionId,
  type SessionSummary,
  titleFromText,
} from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { attachTo } from '../attachments/attach-to.ts';
import type { NewReplies, NewTurn } from '../interface.ts';
import { deleteDraft } from '../library/drafts-repository.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { rememberPrompt } from '../prompt-history/prompt-history-repository.ts';
import { type SessionRow, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { getShownKeys } from './branches-repository.ts';
import { nextMessageKey } from './message-keys.ts';
import { readMessage } from './messages-repository.ts';

export function insertTurn(connection: Connection, input: NewTurn): InsertedTurn {
  const keys = writeTurn(connection, input);
  deleteDraft(connection, keys.sessionKey);
  return readTurn(connection, input.sessionId, keys);
}

export interface InsertedTurn {
  readonly user: Message;
  readonly replies: readonly Message[];
  readonly session: SessionSummary;
}

export interface TurnKeys {
  readonly sessionKey: number;
  readonly userKey: number;
  readonly replyKeys: readonly number[];
}

/** The rows of a turn; what is being written in the session stays. */
export function writeTurn(connection: Connection, input: NewTurn): TurnKeys {
  const session = getSessionRow(connection, input.sessionId);
  const parentKey =
    input.parentId === null ? null : getShownKeys(connection, session.key, input.parentId).key;
  refuseUsedIds(
    connection,
    'insertTurn',
    input.userMessageId,
    ...input.replies.map(({ replyId }) => replyId),
  );
  const text = storable(input.text);
  const { at } = input;
  const userKey = insertMessage(connection, {
    id: input.userMessageId,
    sessionKey: session.key,
    parentKey,
    sequence: session.next_sequence,
    role: 'user',
    status: 'complete',
    model: null,
    content: text,
    at,
    finishedAt: at,
  });
  attachTo(connection, {
    messageKey: userKey,
    sessionKey: session.key,
    attachmentIds: input.attachmentIds,
    at,
  });
  const replyKeys = insertEmptyReplies(connection, session, userKey, session.next_sequence + 1, input);
  addToSession(connection, session, { messages: 1 + replyKeys.length, leafKey: replyKeys[0] ?? userKey, at });
  describeSession(connection, session, text);
  if (input.remembers) rememberPrompt(connection, { sessionKey: session.key, text, at });
  return { sessionKey: session.key, userKey, replyKeys };
}

export function readTurn(connection: Connection, sessionId: SessionId, keys: TurnKeys): InsertedTurn {
  return {
    user: readMessage(connection, keys.userKey),
    replies: keys.replyKeys.map((key) => readMessage(connection, key)),
    session: toSummary(getSessionRow(connection, sessionId)),
  };
}

export function insertReplies(
  connection: Connection,
  input: NewReplies,
): { readonly replies: readonly Message[]; readonly session: SessionSummary } {
  const session = getSessionRow(connection, input.sessionId);
  const question = getShownKeys(connection, session.key, input.userMessageId);
  refuseUsedIds(connection, 'insertReplies', ...input.replies.map(({ replyId }) => replyId));
  const replyKeys = insertEmptyReplies(connection, session, question.key, session.next_sequence, input);
  addToSession(connection, session, {
    messages: replyKeys.length,
    leafKey: replyKeys[0] ?? question.key,
    at: input.at,
  });
  return {
    replies: replyKeys.map((key) => readMessage(connection, key)),
    session: toSummary(getSessionRow(connection, input.sessionId)),
  };
}

/** Gives the keys, in the order asked for. */
function insertEmptyReplies(
  connection: Connection,
  session: SessionRow,
  parentKey: number,
  firstSequence: number,
  { replies, at }: NewReplies,
): readonly number[] {
  return replies.map(({ replyId, model }, index) =>
    insertMessage(connection, {
      id: replyId,
      sessionKey: session.key,
      parentKey,
      sequence: firstSequence + index,
      role: 'assistant',
      status: 'streaming',
      model,
      content: '',
      at,
      finishedAt: null,
    }),
  );
}

interface MessageValues {
  readonly id: MessageId;
  readonly sessionKey: number;
  readonly parentKey: number | null;
  readonly sequence: number;
  readonly role: Message['role'];
  readonly status: Message['status'];
  readonly model: string | null;
  readonly content: string;
  readonly at: number;
  readonly finishedAt: number | null;
}

function insertMessage(connection: Connection, values: MessageValues): number {
  const key = nextMessageKey(connection, values.at);
  prepared<MessageValues & { readonly key: number }>(
    connection,
    `INSERT INTO messages
       (id, public_id, session_id, parent_id, sequence, role, status, model, content, created_at, finished_at)
     VALUES
       (:key, :id, :sessionKey, :parentKey, :sequence, :role, :status, :model, :content, :at, :finishedAt)`,
  ).run({ ...values, key });
  return key;
}

function addToSession(
  connection: Connection,
  session: SessionRow,
  added: { readonly messages: number; readonly leafKey: number; readonly at: number },
): void {
  prepared(
    connection,
    `UPDATE sessions
     SET next_sequence = next_sequence + :messages,
         message_count = message_count + :messages,
         active_leaf_id = :leafKey,
         updated_at = MAX(updated_at, :at)
     WHERE id = :key`,
  ).run({ key: session.key, ...added });
}

/** Preview and title come from the first question that has any; neither replaces what is there. */
function describeSession(connection: Connection, session: SessionRow, question: string): void {
  const preview = session.preview === '' ? previewOf(question) : session.preview;
  const hasTitle = session.title !== '' || session.title_source === 'user';
  const title = hasTitle ? session.title : titleFromText(question);
  if (preview === session.preview && title === session.title) return;
  prepared(
    connection,
    `UPDATE sessions
     SET preview = :preview, title = :title, title_source = :titleSource
     WHERE id = :key`,
  ).run({
    key: session.key,
    preview,
    title,
    titleSource: title === session.title ? session.title_source : 'auto',
  });
}

/** A repeated request must not add a second turn, and an id belongs to one message of one session. */
function refuseUsedIds(connection: Connection, request: string, ...ids: readonly MessageId[]): void {
  const statement = prepared<{ id: MessageId }, { readonly found: 1 }>(
    connection,
    'SELECT 1 AS found FROM messages WHERE public_id = :id',
  );
  const isUsed = ids.some((id, index) => ids.indexOf(id) !== index || statement.get({ id }) !== undefined);
  if (isUsed) {
    const problem = 'a message id is in use';
    throw new AppError({ code: 'invalid-input', details: { request, problem } });
  }
}
