import { copiedColumns } from '../attachments/copied-columns.ts';
import type { CallInput } from '../interface.ts';
import { nextMessageKey } from '../messages/message-keys.ts';
import { type Connection, prepared } from '../statements.ts';
import { movedProvenance } from './moved-provenance.ts';

export interface CopyTarget {
  readonly key: number;
  /** The end of the chain so far. */
  readonly lastKey: number | null;
}

interface SourceRow {
  readonly session_id: string;
  readonly parent_sequence: number | null;
  readonly sequence: number;
  readonly created_at: number;
  readonly prompt_tokens: number | null;
  readonly reply_tokens: number | null;
  readonly provenance: string | null;
  readonly fold_id: number | null;
}

/** Ids that other programs or folders gave belong to the original alone. */
const kept = `
  role, model, created_at, edited_at, finished_at, prompt_tokens, reply_tokens, load_ms, prompt_eval_ms, eval_ms,
  total_ms, first_token_ms, thinking_ms, done_reason, is_pinned, is_left_out, agent_name, tool_name, tool_call_id,
  source_file, error, tool_calls, content, thinking, metadata`;

/**
 * Copies messages into a session that is being made. A tree keeps its sequence numbers, by which each message finds
 * the copy of its parent; a chain is numbered anew and each follows the one before.
 */
export function copyMessages(
  connection: Connection,
  target: CopyTarget,
  input: CallInput<'appendCopies'>,
): void {
  const sums = { messages: 0, promptTokens: 0, replyTokens: 0, nextSequence: 1 };
  let lastKey = target.lastKey;
  const sources = JSON.stringify(input.sourceIds);
  input.keys.forEach((sourceKey, index) => {
    const source = findSource(connection, sourceKey, sources);
    if (source === undefined) return;
    const isChain = input.chain !== null;
    const parentKey = isChain ? lastKey : findParent(connection, target.key, source.parent_sequence);
    // In a tree, what hung on something erased meanwhile went with it.
    if (!isChain && source.parent_sequence !== null && parentKey === null) return;
    const key = nextMessageKey(connection, source.created_at);
    const sequence = input.chain === null ? source.sequence : input.chain.firstSequence + index;
    const shifts = input.chain?.shifts;
    prepared<object>(connection, insertSql).run({
      key,
      sessionKey: target.key,
      parentKey,
      sequence,
      sourceKey,
      foldKey: source.fold_id === null ? null : findFold(connection, target.key, source.fold_id),
      provenance:
        shifts === undefined
          ? source.provenance
          : movedProvenance(source.provenance, shifts?.[source.session_id] ?? []),
    });
    copyAttachments(connection, sourceKey, key);
    lastKey = key;
    sums.messages += 1;
    sums.promptTokens += source.prompt_tokens ?? 0;
    sums.replyTokens += source.reply_tokens ?? 0;
    sums.nextSequence = sequence + 1;
  });
  prepared<object>(
    connection,
    `UPDATE sessions
     SET message_count = message_count + :messages,
         prompt_tokens = prompt_tokens + :promptTokens,
         reply_tokens = reply_tokens + :replyTokens,
         next_sequence = MAX(next_sequence, :nextSequence),
         active_leaf_id = :lastKey
     WHERE id = :key`,
  ).run({ key: target.key, lastKey, ...sums });
}

/** A copy of an answer that is still being written would never end. */
const insertSql = `
  INSERT INTO messages (id, public_id, session_id, parent_id, sequence, fold_id, provenance, status, ${kept})
  SELECT
    :key,
    lower(hex(randomblob(16))),
    :sessionKey,
    :parentKey,
    :sequence,
    :foldKey,
    :provenance,
    CASE status WHEN 'streaming' THEN 'interrupted' ELSE status END,
    ${kept}
  FROM messages
  WHERE id = :sourceKey`;

/** Not a message of another session that has the key by now, nor one that is being erased. */
function findSource(connection: Connection, key: number, sources: string): SourceRow | undefined {
  return prepared<{ key: number; sources: string }, SourceRow>(
    connection,
    `SELECT
       sessions.public_id AS session_id,
       parent.sequence AS parent_sequence,
       messages.sequence,
       messages.created_at,
       messages.prompt_tokens,
       messages.reply_tokens,
       messages.provenance,
       messages.fold_id
     FROM messages
     CROSS JOIN sessions ON sessions.id = messages.session_id
     LEFT JOIN messages AS parent ON parent.id = messages.parent_id
     WHERE messages.id = :key
       AND messages.trashed_at IS NOT 0
       AND sessions.public_id IN (SELECT value FROM json_each(:sources))`,
  ).get({ key, sources });
}

function findParent(connection: Connection, sessionKey: number, sequence: number | null): number | null {
  if (sequence === null) return null;
  const row = prepared<object, { readonly key: number }>(
    connection,
    'SELECT id AS key FROM messages WHERE session_id = :sessionKey AND sequence = :sequence',
  ).get({ sessionKey, sequence });
  return row?.key ?? null;
}

/** The fold at the same place among those of the copy; a merge has none. */
function findFold(connection: Connection, sessionKey: number, sourceFoldKey: number): number | null {
  const row = prepared<object, { readonly key: number }>(
    connection,
    `SELECT id AS key
     FROM folds
     WHERE session_id = :sessionKey
     ORDER BY id
     LIMIT 1
     OFFSET (
       SELECT COUNT(*)
       FROM folds AS source
       JOIN folds AS before ON before.session_id = source.session_id AND before.id < source.id
       WHERE source.id = :sourceFoldKey
     )`,
  ).get({ sessionKey, sourceFoldKey });
  return row?.key ?? null;
}

/** Their contents are stored once whatever refers to them. */
function copyAttachments(connection: Connection, sourceKey: number, key: number): void {
  prepared<object>(
    connection,
    `INSERT INTO attachments (public_id, message_id, position, created_at, ${copiedColumns})
     SELECT lower(hex(randomblob(16))), :key, position, created_at, ${copiedColumns}
     FROM attachments
     WHERE message_id = :sourceKey
     ORDER BY position`,
  ).run({ sourceKey, key });
}
