import type { Session } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { firstShownQuestion, followFirstQuestion } from '../library/first-question.ts';
import { getSession, getSessionRow } from '../library/sessions-repository.ts';
import { refuseAnswering } from '../messages/answering.ts';
import { getShownKeys } from '../messages/branches-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { changeSums, leafBeside, setActiveLeaf, sumsBelow } from './branch-sums.ts';
import { handOverChildren } from './handed-over.ts';

/**
 * Puts one message into the trash, as a branch that holds nothing else; what follows it follows its parent. Where the
 * shown branch ended with it, that of the nearest sibling is shown, else it ends with the parent. Errors: not-found,
 * also when it is in the trash already; busy while the session answers.
 */
export function trashMessage(connection: Connection, input: CallInput<'trashMessage'>): Session {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { key } = getShownKeys(connection, session.key, input.messageId);
  refuseAnswering(connection, session.key, input.sessionId);
  const firstBefore = firstShownQuestion(connection, session.key);
  const { newestLeaf } = sumsBelow(connection, key, null);
  handOverChildren(connection, key);
  prepared<{ key: number; at: number }>(
    connection,
    'UPDATE messages SET trashed_at = :at WHERE id = :key',
  ).run({ key, at: input.at });
  followFirstQuestion(connection, session.key, firstBefore);
  // Of the message alone: nothing follows it any more.
  changeSums(connection, session.key, sumsBelow(connection, key, null), -1);
  if (session.active_leaf_key === key) {
    const leaf = newestLeaf === key ? leafBeside(connection, key) : newestLeaf;
    setActiveLeaf(connection, session.key, leaf);
  }
  return getSession(connection, { sessionId: input.sessionId });
}
