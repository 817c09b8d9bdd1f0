import type { MessageId, Session } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { firstShownQuestion, followFirstQuestion } from '../library/first-question.ts';
import { getSession, getSessionRow } from '../library/sessions-repository.ts';
import { getMessageKeys, messageNotFound } from '../messages/messages-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { changeSums, leafBeside, setActiveLeaf, sumsBelow, sumsBelowAll } from './branch-sums.ts';
import { takeBackChildren } from './handed-over.ts';
import { findKeys, keysBelow, setTrashed, trashedAbove } from './trash-marks.ts';

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
  setTrashed(connection, [key], input.at);
  followFirstQuestion(connection, session.key, firstBefore);
  changeSums(connection, session.key, sums, -1);
  if (sums.holdsActiveLeaf === 1) setActiveLeaf(connection, session.key, leafBeside(connection, key));
  return getSession(connection, { sessionId: input.sessionId });
}

/**
 * Brings branches back, the first one asked for as the one that is shown, together with branches in the trash that they
 * hang on. A single message gets back what it handed over. One that is not in the trash stays as it is. Error: not-found
 * when all of them are gone, or being erased.
 */
export function restoreBranches(connection: Connection, input: CallInput<'restoreBranches'>): Session {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { keys, back } = restorable(connection, session.key, input.messageIds);
  if (back.length === 0) return getSession(connection, { sessionId: input.sessionId });
  const firstBefore = firstShownQuestion(connection, session.key);
  setTrashed(connection, back, null);
  changeSums(connection, session.key, sumsBelowAll(connection, back), 1);
  // Counted before they come back: what was handed over has been shown all the time.
  takeBackChildren(connection, [...keys.values()].reverse());
  followFirstQuestion(connection, session.key, firstBefore);
  const first = input.messageIds.map((id) => keys.get(id)).find((key) => key !== undefined);
  if (first !== undefined) showBelow(connection, session.key, first, session.active_leaf_key);
  return getSession(connection, { sessionId: input.sessionId });
}

interface Restorable {
  /** Those asked for that are there and not being erased. */
  readonly keys: ReadonlyMap<MessageId, number>;
  /** What comes out of the trash for them. */
  readonly back: readonly number[];
}

/** Error: not-found when there is none. */
function restorable(
  connection: Connection,
  sessionKey: number,
  messageIds: readonly MessageId[],
): Restorable {
  const found = findKeys(connection, sessionKey, messageIds);
  const marks = trashedAbove(connection, sessionKey, [...found.values()]);
  const erased = marks.filter(({ isErased }) => isErased === 1).map(({ key }) => key);
  const gone = keysBelow(connection, erased);
  const keys = new Map([...found].filter(([, key]) => !gone.has(key)));
  if (keys.size === 0) throw messageNotFound(String(messageIds[0]));
  const rest = gone.size === 0 ? marks : trashedAbove(connection, sessionKey, [...keys.values()]);
  return { keys, back: rest.map(({ key }) => key) };
}

/** The branch that is shown goes through the message, and to its end: what came back may follow the old one. */
function showBelow(
  connection: Connection,
  sessionKey: number,
  key: number,
  activeLeafKey: number | null,
): void {
  const { newestLeaf, holdsActiveLeaf } = sumsBelow(connection, key, activeLeafKey);
  const goesOn = holdsActiveLeaf === 1 && activeLeafKey !== null && activeLeafKey !== key;
  const leaf = goesOn ? sumsBelow(connection, activeLeafKey, null).newestLeaf : newestLeaf;
  if (leaf !== activeLeafKey) setActiveLeaf(connection, sessionKey, leaf);
}

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
