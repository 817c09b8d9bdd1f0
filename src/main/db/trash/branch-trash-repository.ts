import type { Session } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { firstShownQuestion, followFirstQuestion } from '../library/first-question.ts';
import { getSession, getSessionRow } from '../library/sessions-repository.ts';
import { getMessageKeys, messageNotFound } from '../messages/messages-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { changeSums, leafBeside, setActiveLeaf, sumsBelow } from './branch-sums.ts';
import { takeBackChildren } from './handed-over.ts';

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
 * Brings a branch back as the one that is shown, together with a branch in the trash that it hangs on. A single message
 * gets back what it handed over. One that is not in the trash stays as it is. Error: not-found, also for one that is being erased.
 */
export function restoreBranch(connection: Connection, input: CallInput<'restoreBranch'>): Session {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { key } = getMessageKeys(connection, session.key, input.messageId);
  const topmost = topmostTrashed(connection, key);
  if (topmost === null) return getSession(connection, { sessionId: input.sessionId });
  const firstBefore = firstShownQuestion(connection, session.key);
  const { changes } = prepared<{ key: number }>(connection, restoreUpwardsSql).run({ key });
  if (changes === 0) throw messageNotFound(input.messageId);
  changeSums(connection, session.key, sumsBelow(connection, topmost, null), 1);
  // Counted before they come back: what was handed over has been shown all the time.
  takeBackChildren(connection, key);
  followFirstQuestion(connection, session.key, firstBefore);
  const { newestLeaf, holdsActiveLeaf } = sumsBelow(connection, key, session.active_leaf_key);
  if (holdsActiveLeaf === 0) setActiveLeaf(connection, session.key, newestLeaf);
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
