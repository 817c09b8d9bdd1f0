import { canContinue, type Message, type MessageId, type SessionSummary } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput, Database, FinishedReply } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type SummaryRow, summaryColumns, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { getShownKeys } from './branches-repository.ts';
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
  const row = getReplyRow(connection, input.replyId);
  const { key, session_key: sessionKey } = row;
  if (row.status === 'streaming') {
    writeEnd(connection, key, input);
    addToSession(connection, row, input);
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

function addToSession(connection: Connection, reply: ReplyRow, { usage, isUnread, at }: FinishedReply): void {
  prepared(
    connection,
    `UPDATE sessions
     SET prompt_tokens = prompt_tokens + :promptTokens,
         reply_tokens = reply_tokens + :replyTokens,
         is_unread = MAX(is_unread, :isUnread),
         updated_at = MAX(updated_at, :at)
     WHERE id = :sessionKey`,
  ).run({
    sessionKey: reply.session_key,
    // An answer that was continued is in the sums already, as far as it had come.
    promptTokens: (usage.promptTokens ?? 0) - (reply.prompt_tokens ?? 0),
    replyTokens: (usage.replyTokens ?? 0) - (reply.reply_tokens ?? 0),
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

export function continueReply(
  connection: Connection,
  input: CallInput<'continueReply'>,
): ReturnType<Database['continueReply']> {
  const session = getSessionRow(connection, input.sessionId);
  const { key } = getShownKeys(connection, session.key, input.replyId);
  const before = readMessage(connection, key);
  if (!canContinue(before)) {
    const problem = 'this message cannot be continued';
    throw new AppError({ code: 'invalid-input', details: { request: 'continueReply', problem } });
  }
  prepared<{ key: number; length: number }>(
    connection,
    `UPDATE messages
     SET status = 'streaming',
         error = NULL,
         provenance = json_set(
           provenance,
           '$.continuedAt',
           json_insert(IFNULL(json_extract(provenance, '$.continuedAt'), '[]'), '$[#]', :length)
         )
     WHERE id = :key`,
  ).run({ key, length: before.content.length });
  prepared<{ key: number; at: number }>(
    connection,
    'UPDATE sessions SET updated_at = MAX(updated_at, :at) WHERE id = :key',
  ).run({ key: session.key, at: input.at });
  return {
    reply: readMessage(connection, key),
    usage: before.usage,
    session: toSummary(getSessionRow(connection, input.sessionId)),
  };
}

interface ReplyRow {
  readonly key: number;
  readonly session_key: number;
  readonly status: Message['status'];
  readonly prompt_tokens: number | null;
  readonly reply_tokens: number | null;
}

/** Error: not-found. */
export function getReplyRow(connection: Connection, replyId: MessageId): ReplyRow {
  const row = prepared<{ replyId: string }, ReplyRow>(
    connection,
    `SELECT id AS key, session_id AS session_key, status, prompt_tokens, reply_tokens
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
