import type { SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { type Connection, prepared } from '../statements.ts';

/** Error: busy while an answer is being written in the session. */
export function refuseAnswering(connection: Connection, sessionKey: number, sessionId: SessionId): void {
  const row = prepared<{ sessionKey: number }, object>(
    connection,
    `SELECT 1
     FROM messages INDEXED BY messages_streaming
     WHERE status = 'streaming' AND session_id = :sessionKey
     LIMIT 1`,
  ).get({ sessionKey });
  if (row !== undefined) throw new AppError({ code: 'busy', details: { sessionId } });
}
