import type { MessageId, Session } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { firstShownQuestion, followFirstQuestion } from '../library/first-question.ts';
import { getSession, getSessionRow } from '../library/sessions-repository.ts';
import { refuseAnswering } from '../messages/answering.ts';
import { messageNotFound } from '../messages/messages-repository.ts';
import type { Connection } from '../statements.ts';
import { changeSums, leafBeside, setActiveLeaf, sumsOf } from './branch-sums.ts';
import { handOverChildren } from './handed-over.ts';
import { findKeys, setTrashed, trashedAbove } from './trash-marks.ts';

/**
 * Puts single messages into the trash, each as a branch that holds nothing else; what follows them follows the nearest
 * one above that stays. Where the shown branch ended with one, that of the nearest sibling is shown, else it ends with
 * what led there. All or none. Errors: not-found, also for one in the trash already; busy while the session answers.
 */
export function trashMessages(connection: Connection, input: CallInput<'trashMessages'>): Session {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const keys = shownKeys(connection, session.key, input.messageIds);
  refuseAnswering(connection, session.key, input.sessionId);
  const firstBefore = firstShownQuestion(connection, session.key);
  handOverChildren(connection, keys);
  setTrashed(connection, keys, input.at);
  followFirstQuestion(connection, session.key, firstBefore);
  changeSums(connection, session.key, sumsOf(connection, keys), -1);
  const leaf = session.active_leaf_key;
  if (leaf !== null && keys.includes(leaf))
    setActiveLeaf(connection, session.key, leafBeside(connection, leaf));
  return getSession(connection, { sessionId: input.sessionId });
}

/** From the top down. Error: not-found. */
function shownKeys(
  connection: Connection,
  sessionKey: number,
  messageIds: readonly MessageId[],
): readonly number[] {
  const found = findKeys(connection, sessionKey, messageIds);
  const missing = messageIds.find((id) => !found.has(id));
  if (missing !== undefined) throw messageNotFound(missing);
  const keys = [...found.values()];
  const [hidden] = trashedAbove(connection, sessionKey, keys);
  if (hidden !== undefined) throw messageNotFound(String(messageIds[0]));
  return keys;
}
