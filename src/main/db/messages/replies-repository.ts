import type { Message, MessageId, SessionSummary } from '#shared/domain.ts';
import type { CallInput, FinishedReply } from '../interface.ts';
import { type SummaryRow, summaryColumns, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { messageNotFound, readMessage } from './messages-repository.ts';

// These calls work for a session in the trash too: an answer that is being written must not get lost there.

export function appendReplyText(connection: Connection, input: CallInput<'appendReplyText'>): void {
  const { changes } = prepared<{ replyId: string; content: string; thinking: string }>(
    connection,
    `UPDATE messages
     SET content = content || :content, thinking = thinking || :thinking
     WHERE public_id = :replyId AND status = 'streaming'`,
  ).run({
    replyId: input.replyId,
    content: storable(input.content),
    thinking: storable(input.thinking),
  });
  if (changes === 0) getReplyRow(connection, input.replyId);
}

/** The first end of an answer is its end: a repeat changes nothing and gives back the row as it stands. */
export function finishReply(
  connection: Connection,
  input: FinishedReply,
): { readonly reply: Message; readonly session: SessionSummary | null } {
  const { key, session_key: sessionKey, status } = getReplyRow(connection, input.replyId);
  if (status === 'streaming') {
    writeEnd(connection, key, input);
    addToSession(connection, sessionKey, input);
  }
  return { reply: readMessage(connection, key), session: readSummary(connection, sessionKey) };
}

function writeEnd(connection: Connection, key: number, { usage, ...input }: FinishedReply): void {
  prepared(
    connection,
    `UPDATE messages
     SET status = :status,
         error = :error,
         content = :content,
         thinking = :thinking,
         finished_at = :at,
         prompt_tokens = :promptTokens,
         reply_tokens = :replyTokens,
         load_ms = :loadMs,
         prompt_eval_ms = :promptEvalMs,
         eval_ms = :evalMs,
         total_ms = :totalMs,
         first_token_ms = :firstTokenMs,
         thinking_ms = :thinkingMs,
         done_reason = :doneReason
     WHERE id = :key`,
  ).run({
    ...usage,
    key,
    status: input.status,
    error: input.error === null ? null : JSON.stringify(input.error),
    content: storable(input.content),
    thinking: storable(input.thinking),
    at: input.at,
  });
}

function addToSession(
  connection: Connection,
  sessionKey: number,
  { usage, isUnread, at }: FinishedReply,
): void {
  prepared(
    connection,
    `UPDATE sessions
     SET prompt_tokens = prompt_tokens + :promptTokens,
         reply_tokens = reply_tokens + :replyTokens,
         is_unread = MAX(is_unread, :isUnread),
         updated_at = MAX(updated_at, :at)
     WHERE id = :sessionKey`,
  ).run({
    sessionKey,
    promptTokens: usage.promptTokens ?? 0,
    replyTokens: usage.replyTokens ?? 0,
    isUnread: isUnread ? 1 : 0,
    at,
  });
}

export function interruptStreamingReplies(
  connection: Connection,
  input: CallInput<'interruptStreamingReplies'>,
): number {
  return prepared<{ at: number }>(
    connection,
    `UPDATE messages
     SET status = 'interrupted', finished_at = :at
     WHERE status = 'streaming'`,
  ).run(input).changes;
}

/** Error: not-found. */
export function getReplyRow(
  connection: Connection,
  replyId: MessageId,
): { readonly key: number; readonly session_key: number; readonly status: Message['status'] } {
  const row = prepared<
    { replyId: string },
    { readonly key: number; readonly session_key: number; readonly status: Message['status'] }
  >(
    connection,
    `SELECT id AS key, session_id AS session_key, status
     FROM messages
     WHERE public_id = :replyId`,
  ).get({ replyId });
  if (row === undefined) throw messageNotFound(replyId);
  return row;
}

/** Null for a session in the trash: no list shows it. */
function readSummary(connection: Connection, sessionKey: number): SessionSummary | null {
  const row = prepared<{ sessionKey: number }, SummaryRow>(
    connection,
    `SELECT ${summaryColumns}
     FROM sessions
     WHERE sessions.id = :sessionKey AND sessions.trashed_at IS NULL`,
  ).get({ sessionKey });
  return row === undefined ? null : toSummary(row);
}
