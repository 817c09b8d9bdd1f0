import type { SessionId } from '#shared/domain.ts';
import type { Connection } from '../statements.ts';

/** Gives an empty session one branch of `count` messages `m1`, `m2` ... of about 600 characters. */
export function insertChain(connection: Connection, sessionId: SessionId, count: number): void {
  const first = Number(connection.prepare('SELECT IFNULL(MAX(id), 0) + 1 FROM messages').pluck().get());
  connection
    .prepare<object>(
      `WITH RECURSIVE numbers (number) AS (
         SELECT 1
         UNION ALL
         SELECT number + 1 FROM numbers LIMIT :count
       )
       INSERT INTO messages
         (id, public_id, session_id, parent_id, sequence, role, status, created_at, content)
       SELECT
         :first + number - 1,
         'm' || number,
         sessions.id,
         CASE WHEN number > 1 THEN :first + number - 2 END,
         number,
         CASE WHEN number % 2 = 1 THEN 'user' ELSE 'assistant' END,
         'complete',
         number,
         hex(randomblob(300))
       FROM numbers, sessions
       WHERE sessions.public_id = :sessionId`,
    )
    .run({ first, count, sessionId });
  connection
    .prepare<object>(
      `UPDATE sessions
       SET active_leaf_id = :leaf, message_count = :count, next_sequence = :count + 1
       WHERE public_id = :sessionId`,
    )
    .run({ leaf: first + count - 1, count, sessionId });
}
