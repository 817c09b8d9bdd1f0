import type { Session } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { firstShownQuestion, followFirstQuestion } from '../library/first-question.ts';
import { getSession, getSessionRow } from '../library/sessions-repository.ts';
import { getMessageKeys, messageNotFound } from '../messages/messages-repository.ts';
import { type Connection, prepared } from '../statements.ts';

/**
 * Everything that is shown below a message, itself included, but for branches that are in the trash on their own
 * account. The long columns of `messages` come last, so a row costs one step however long its text is.
 */
const shownBelow = `
  WITH RECURSIVE below (key, sequence, prompt_tokens, reply_tokens, status) AS (
    SELECT id, sequence, prompt_tokens, reply_tokens, status
    FROM messages
    WHERE id = :key
    UNION ALL
    SELECT messages.id, messages.sequence, messages.prompt_tokens, messages.reply_tokens, messages.status
    FROM below
    CROSS JOIN messages ON messages.parent_id = below.key
    WHERE messages.trashed_at IS NULL
  )`;

interface BranchSums {
  readonly messages: number;
  readonly promptTokens: number;
  readonly replyTokens: number;
  readonly streaming: number;
  readonly newestLeaf: number;
  readonly holdsActiveLeaf: 0 | 1;
}

/**
 * Puts a message and what follows it into the trash. The shown branch becomes that of the nearest sibling, else it
 * ends with the parent. Errors: not-found, also when it is in the trash already; busy while it is being answered there.
 */
export function trashBranch(connection: Connection, input: CallInput<'trashBranch'>): Session {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { key } = getMessageKeys(connection, session.key, input.messageId);
  if (topmostTrashed(connection, key) !== null) throw messageNotFound(input.messageId);
  const sums = sumsBelow(connection, key, session.active_leaf_key);
  if (sums.streaming > 0) throw new AppError({ code: 'busy', details: { sessionId: input.sessionId } });
  const firstBefore = firstShownQuestion(connection, session.key);
  prepared<{ key: number; at: number }>(
    connection,
    'UPDATE messages SET trashed_at = :at WHERE id = :key',
  ).run({ key, at: input.at });
  followFirstQuestion(connection, session.key, firstBefore);
  changeSums(connection, session.key, sums, -1);
  if (sums.holdsActiveLeaf === 1) setActiveLeaf(connection, session.key, leafBeside(connection, key));
  return getSession(connection, { sessionId: input.sessionId });
}

/**
 * Brings a branch back as the one that is shown, together with a branch in the trash that it hangs on. One that is not
 * in the trash stays as it is. Error: not-found, also for one that is being erased.
 */
export function restoreBranch(connection: Connection, input: CallInput<'restoreBranch'>): Session {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { key } = getMessageKeys(connection, session.key, input.messageId);
  const topmost = topmostTrashed(connection, key);
  if (topmost === null) return getSession(connection, { sessionId: input.sessionId });
  const firstBefore = firstShownQuestion(connection, session.key);
  const { changes } = prepared<{ key: number }>(connection, restoreUpwardsSql).run({ key });
  if (changes === 0) throw messageNotFound(input.messageId);
  followFirstQuestion(connection, session.key, firstBefore);
  const sums = sumsBelow(connection, topmost, null);
  changeSums(connection, session.key, sums, 1);
  const { newestLeaf } = topmost === key ? sums : sumsBelow(connection, key, null);
  setActiveLeaf(connection, session.key, newestLeaf);
  return getSession(connection, { sessionId: input.sessionId });
}

/** What is being erased stays away: then nothing above it comes back either. */
const restoreUpwardsSql = `
  WITH RECURSIVE above (key, parent_key, trashed_at) AS (
    SELECT id, parent_id, trashed_at
    FROM messages
    WHERE id = :key
    UNION ALL
    SELECT messages.id, messages.parent_id, messages.trashed_at
    FROM above
    CROSS JOIN messages ON messages.id = above.parent_key
  )
  UPDATE messages
  SET trashed_at = NULL
  WHERE id IN (SELECT key FROM above WHERE trashed_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM above WHERE trashed_at = 0)`;

/** The beginning of the outermost branch in the trash that holds the message; null when it is shown. */
export function topmostTrashed(connection: Connection, key: number): number | null {
  // Nearly always nothing is in the trash, and a walk to the root can be long.
  if (!hasTrashedBranch(connection, key)) return null;
  const row = prepared<{ key: number }, { readonly key: number }>(
    connection,
    `WITH RECURSIVE above (key, parent_key, trashed_at, height) AS (
       SELECT id, parent_id, trashed_at, 0
       FROM messages
       WHERE id = :key
       UNION ALL
       SELECT messages.id, messages.parent_id, messages.trashed_at, above.height + 1
       FROM above
       CROSS JOIN messages ON messages.id = above.parent_key
     )
     SELECT key
     FROM above
     WHERE trashed_at IS NOT NULL
     ORDER BY height DESC
     LIMIT 1`,
  ).get({ key });
  return row?.key ?? null;
}

/** Whether the session of a message has any: few do, and the walk upwards is long in a long one. */
function hasTrashedBranch(connection: Connection, key: number): boolean {
  const first = prepared<{ key: number }, object>(
    connection,
    `SELECT 1
     FROM messages INDEXED BY messages_in_trash
     WHERE trashed_at IS NOT NULL AND session_id = (SELECT session_id FROM messages WHERE id = :key)
     LIMIT 1`,
  ).get({ key });
  return first !== undefined;
}

function sumsBelow(connection: Connection, key: number, activeLeafKey: number | null): BranchSums {
  const row = prepared<{ key: number; activeLeafKey: number | null }, BranchSums>(
    connection,
    `${shownBelow}
     SELECT
       COUNT(*) AS messages,
       IFNULL(SUM(prompt_tokens), 0) AS promptTokens,
       IFNULL(SUM(reply_tokens), 0) AS replyTokens,
       SUM(status = 'streaming') AS streaming,
       SUM(key IS :activeLeafKey) > 0 AS holdsActiveLeaf,
       -- Of the row with the largest number, as SQLite promises where MAX is the only such function.
       key AS newestLeaf,
       MAX(sequence) AS newestSequence
     FROM below`,
  ).get({ key, activeLeafKey });
  if (row === undefined) throw new Error(`message ${key} vanished inside a transaction`);
  return row;
}

function changeSums(connection: Connection, sessionKey: number, sums: BranchSums, sign: 1 | -1): void {
  prepared<object>(
    connection,
    `UPDATE sessions
     SET message_count = message_count + :messages,
         prompt_tokens = prompt_tokens + :promptTokens,
         reply_tokens = reply_tokens + :replyTokens
     WHERE id = :sessionKey`,
  ).run({
    sessionKey,
    messages: sign * sums.messages,
    promptTokens: sign * sums.promptTokens,
    replyTokens: sign * sums.replyTokens,
  });
}

function setActiveLeaf(connection: Connection, sessionKey: number, leafKey: number | null): void {
  prepared<{ sessionKey: number; leafKey: number | null }>(
    connection,
    'UPDATE sessions SET active_leaf_id = :leafKey WHERE id = :sessionKey',
  ).run({ sessionKey, leafKey });
}

/** The newest leaf below the sibling before, else after, a message that went away; else its parent. */
function leafBeside(connection: Connection, key: number): number | null {
  const row = prepared<{ key: number }, { readonly sibling: number | null; readonly parent: number | null }>(
    connection,
    `SELECT
       (
         SELECT sibling.id
         FROM messages AS sibling
         WHERE sibling.parent_id IS messages.parent_id
           AND sibling.session_id = messages.session_id
           AND sibling.trashed_at IS NULL
         ORDER BY sibling.sequence > messages.sequence, ABS(sibling.sequence - messages.sequence)
         LIMIT 1
       ) AS sibling,
       messages.parent_id AS parent
     FROM messages
     WHERE messages.id = :key`,
  ).get({ key });
  const sibling = row?.sibling ?? null;
  return sibling === null ? (row?.parent ?? null) : sumsBelow(connection, sibling, null).newestLeaf;
}
