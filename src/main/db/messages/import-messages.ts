import { randomBytes } from 'node:crypto';
import type { MessageId } from '#shared/domain.ts';
import { importAttachments } from '../attachments/import-attachments.ts';
import type { MessageRecord, Provenance, SessionRecord } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { nextMessageKey } from './message-keys.ts';
import { storedProvenance } from './provenance-repository.ts';

/** Writes the whole tree of a file into a session that is empty, and the session's sums and shown branch. */
export function importMessages(
  connection: Connection,
  sessionKey: number,
  { session, messages }: SessionRecord,
): void {
  const keyOf = new Map<MessageId, number>();
  const sequenceOf = new Map(messages.map(({ id, sequence }) => [id, sequence]));
  for (const message of messages) {
    const key = nextMessageKey(connection, message.createdAt);
    const parentKey = message.parentId === null ? null : (keyOf.get(message.parentId) ?? null);
    insertMessage(connection, { key, sessionKey, parentKey, message, sequenceOf });
    importAttachments(connection, 'message_id', key, message.attachments);
    keyOf.set(message.id, key);
  }
  const last = messages.at(-1);
  prepared<object>(connection, sumsSql).run({
    sessionKey,
    leafKey: keyOf.get(session.activeLeafId ?? last?.id ?? '') ?? null,
    messages: messages.length,
    promptTokens: sumOf(messages, ({ usage }) => usage?.promptTokens),
    replyTokens: sumOf(messages, ({ usage }) => usage?.replyTokens),
    nextSequence: (last?.sequence ?? 0) + 1,
  });
}

const sumsSql = `
  UPDATE sessions
  SET message_count = :messages,
      prompt_tokens = :promptTokens,
      reply_tokens = :replyTokens,
      next_sequence = :nextSequence,
      active_leaf_id = :leafKey
  WHERE id = :sessionKey`;

function sumOf(
  messages: readonly MessageRecord[],
  numberOf: (message: MessageRecord) => number | null | undefined,
): number {
  return messages.reduce((sum, message) => sum + (numberOf(message) ?? 0), 0);
}

interface NewRow {
  readonly key: number;
  readonly sessionKey: number;
  readonly parentKey: number | null;
  readonly message: MessageRecord;
  readonly sequenceOf: ReadonlyMap<MessageId, number>;
}

function insertMessage(connection: Connection, row: NewRow): void {
  const { key, sessionKey, parentKey, message, sequenceOf } = row;
  const { usage, error, toolCalls, metadata, provenance } = message;
  const isTaken = isUsed(connection, message.id);
  prepared<object>(connection, insertSql).run({
    key,
    id: isTaken ? randomBytes(16).toString('hex') : message.id,
    externalId: isTaken ? message.id : null,
    sessionKey,
    parentKey,
    sequence: message.sequence,
    role: message.role,
    // Nobody is writing it any more.
    status: message.status === 'streaming' ? 'interrupted' : message.status,
    model: message.model,
    createdAt: message.createdAt,
    editedAt: message.editedAt,
    finishedAt: message.finishedAt,
    promptTokens: usage?.promptTokens ?? null,
    replyTokens: usage?.replyTokens ?? null,
    loadMs: usage?.loadMs ?? null,
    promptEvalMs: usage?.promptEvalMs ?? null,
    evalMs: usage?.evalMs ?? null,
    totalMs: usage?.totalMs ?? null,
    firstTokenMs: usage?.firstTokenMs ?? null,
    thinkingMs: usage?.thinkingMs ?? null,
    doneReason: usage?.doneReason ?? null,
    agentName: message.agentName,
    toolName: message.toolName,
    sourceFile: message.sourceFile,
    error: error === null ? null : JSON.stringify(error),
    toolCalls: toolCalls === null ? null : JSON.stringify(toolCalls),
    content: storable(message.content),
    thinking: storable(message.thinking),
    metadata: metadata === null ? null : JSON.stringify(metadata),
    provenance: provenance === null ? null : storedProvenance(provenance as Provenance, sequenceOf),
  });
}

const insertSql = `
  INSERT INTO messages
    (id, public_id, external_id, session_id, parent_id, sequence, role, status, model, created_at, edited_at, finished_at,
     prompt_tokens, reply_tokens, load_ms, prompt_eval_ms, eval_ms, total_ms, first_token_ms, thinking_ms, done_reason,
     agent_name, tool_name, source_file, error, tool_calls, content, thinking, metadata, provenance)
  VALUES
    (:key, :id, :externalId, :sessionKey, :parentKey, :sequence, :role, :status, :model, :createdAt, :editedAt,
     :finishedAt, :promptTokens, :replyTokens, :loadMs, :promptEvalMs, :evalMs, :totalMs, :firstTokenMs, :thinkingMs,
     :doneReason, :agentName, :toolName, :sourceFile, :error, :toolCalls, :content, :thinking, :metadata, :provenance)`;

function isUsed(connection: Connection, id: MessageId): boolean {
  const row = prepared<{ id: MessageId }, object>(
    connection,
    'SELECT 1 FROM messages WHERE public_id = :id',
  ).get({ id });
  return row !== undefined;
}
