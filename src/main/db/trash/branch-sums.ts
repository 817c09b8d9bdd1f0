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

export interface BranchSums {
  readonly messages: number;
  readonly promptTokens: number;
  readonly replyTokens: number;
  readonly streaming: number;
  readonly newestLeaf: number;
  readonly holdsActiveLeaf: 0 | 1;
}

export function sumsBelow(connection: Connection, key: number, activeLeafKey: number | null): BranchSums {
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

type Sums = Pick<BranchSums, 'messages' | 'promptTokens' | 'replyTokens'>;

const sumColumns = `
  COUNT(*) AS messages,
  IFNULL(SUM(messages.prompt_tokens), 0) AS promptTokens,
  IFNULL(SUM(messages.reply_tokens), 0) AS replyTokens`;

/** Of these messages alone. */
export function sumsOf(connection: Connection, keys: readonly number[]): Sums {
  return sumsBy(
    connection,
    `SELECT ${sumColumns} FROM messages WHERE id IN (SELECT value FROM json_each(:keys))`,
    keys,
  );
}

/** Of what is shown at and below any of them, each message once. */
export function sumsBelowAll(connection: Connection, keys: readonly number[]): Sums {
  const [only] = keys;
  // Without asking for each message whether it was there before.
  if (keys.length === 1 && only !== undefined) return sumsBelow(connection, only, null);
  return sumsBy(
    connection,
    `WITH RECURSIVE below (key) AS (
       SELECT value FROM json_each(:keys)
       UNION
       SELECT messages.id
       FROM below
       CROSS JOIN messages ON messages.parent_id = below.key
       WHERE messages.trashed_at IS NULL
     )
     SELECT ${sumColumns}
     FROM below
     CROSS JOIN messages ON messages.id = below.key`,
    keys,
  );
}

function sumsBy(connection: Connection, sql: string, keys: readonly number[]): Sums {
  const row = prepared<{ keys: string }, Sums>(connection, sql).get({ keys: JSON.stringify(keys) });
  return row ?? { messages: 0, promptTokens: 0, replyTokens: 0 };
}

export function changeSums(connection: Connection, sessionKey: number, sums: Sums, sign: 1 | -1): void {
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

export function setActiveLeaf(connection: Connection, sessionKey: number, leafKey: number | null): void {
  prepared<{ sessionKey: number; leafKey: number | null }>(
    connection,
    'UPDATE sessions SET active_leaf_id = :leafKey WHERE id = :sessionKey',
  ).run({ sessionKey, leafKey });
}

/** The newest leaf below the sibling before, else after, a message that went away; else its parent. */
export function leafBeside(connection: Connection, key: number): number | null {
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
