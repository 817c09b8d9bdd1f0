import { type Connection, prepared } from '../statements.ts';
import { beginAnew, fingerprint, readState, writeState } from './index-state.ts';
import {
  addEntry,
  hasEntry,
  type MessageWordsRow,
  messageWordsColumns,
  removeEntry,
} from './message-entries.ts';
import {
  addSessionEntry,
  hasSessionEntry,
  removeSessionEntry,
  type SessionWordsRow,
  sessionWordsColumns,
} from './session-entries.ts';
import { TermCounts } from './vocabulary.ts';

export interface SliceInput {
  /** Time after which nothing new is begun; one long message can take longer. */
  readonly budgetMs: number;
}

/** Keys read at once. */
const batch = 4_096;
/** Characters that are indexed in a millisecond on a slow machine, and taken out again. */
const addedPerMs = 4_000;
const removedPerMs = 400;
/** Entries of session_changes that are kept for those who follow it. */
const keptChanges = 1_000;

/**
 * One slice of what the index has still to take out and take in, in the transaction of its caller; true when
 * something is left. What is removed comes first, so that an entry never stands twice. The work of a slice is
 * measured in characters beforehand, because most of it is done by FTS5 when the transaction ends.
 */
export function indexSlice(
  connection: Connection,
  { budgetMs }: SliceInput,
): { readonly hasMore: boolean; readonly hasRemovals: boolean } {
  if (readState(connection).fingerprint !== fingerprint) beginAnew(connection);
  const end = performance.now() + budgetMs;
  const counts = new TermCounts();
  const steps = [removeSessions, removeMessages, addChangedSessions, addQueued, addOlderSessions, addOlder];
  let left = budgetMs;
  let hasMore = false;
  for (const step of steps) {
    while (true) {
      if (left <= 0 || performance.now() >= end) {
        hasMore = true;
        break;
      }
      const spent = step(connection, counts, left);
      if (spent === null) break;
      left -= spent;
    }
    if (hasMore) break;
  }
  counts.write(connection);
  return { hasMore, hasRemovals: hasRemovals(connection) };
}

function hasRemovals(connection: Connection): boolean {
  return (
    prepared<object, { readonly found: 1 }>(
      connection,
      `SELECT 1 AS found FROM search_removals
       UNION ALL
       SELECT 1 FROM session_search_removals
       LIMIT 1`,
    ).get({}) !== undefined
  );
}

/** Each step does some of its work and says how many milliseconds that is by our reckoning; null: none was left. */
type Step = (connection: Connection, counts: TermCounts, budgetMs: number) => number | null;

const removeMessages: Step = (connection, counts, budgetMs) => {
  const rows = prepared<object, MessageWordsRow>(
    connection,
    `SELECT message_id AS key, session_id AS session_key, role, model, has_image, content, thinking, attachments
     FROM search_removals
     ORDER BY message_id`,
  ).iterate({});
  const taken: MessageWordsRow[] = [];
  let cost = 0;
  for (const row of rows) {
    taken.push(row);
    cost += costOf(row, removedPerMs);
    if (cost >= budgetMs) break;
  }
  for (const row of taken) {
    removeEntry(connection, row, counts);
    prepared<{ key: number }>(connection, 'DELETE FROM search_removals WHERE message_id = :key').run({
      key: row.key,
    });
  }
  return taken.length === 0 ? null : cost;
};

function costOf(row: MessageWordsRow, perMs: number): number {
  return (200 + row.content.length + row.thinking.length + row.attachments.length) / perMs;
}

const removeSessions: Step = (connection, counts, budgetMs) => {
  const rows = prepared<{ limit: number }, SessionWordsRow>(
    connection,
    `SELECT session_id AS key, title, description, project_id AS project_key, tag_ids
     FROM session_search_removals
     ORDER BY session_id
     LIMIT :limit`,
  ).all({ limit: Math.ceil(budgetMs * 4) });
  for (const row of rows) {
    removeSessionEntry(connection, row, counts);
    prepared<{ key: number }>(connection, 'DELETE FROM session_search_removals WHERE session_id = :key').run({
      key: row.key,
    });
  }
  return rows.length === 0 ? null : rows.length / 4;
};

const addQueued: Step = (connection, counts, budgetMs) => {
  const keys = prepared<{ batch: number }, { readonly key: number }>(
    connection,
    'SELECT message_id AS key FROM search_queue ORDER BY message_id DESC LIMIT :batch',
  ).all({ batch });
  if (keys.length === 0) return null;
  const { done, cost } = addMessages(connection, keys, counts, budgetMs);
  for (const { key } of keys.slice(0, done)) {
    prepared<{ key: number }>(connection, 'DELETE FROM search_queue WHERE message_id = :key').run({ key });
  }
  return cost;
};

/** Zero as the next key means that everything older is done. */
const addOlder: Step = (connection, counts, budgetMs) => {
  const state = readState(connection);
  if (state.messagesBelow === 0) return null;
  const keys = prepared<{ below: number; batch: number }, { readonly key: number }>(
    connection,
    'SELECT id AS key FROM messages WHERE id < :below ORDER BY id DESC LIMIT :batch',
  ).all({ below: state.messagesBelow, batch });
  const { done, cost } = addMessages(connection, keys, counts, budgetMs);
  writeState(connection, { ...state, messagesBelow: keys[done - 1]?.key ?? 0 });
  return cost;
};

/**
 * Adds messages from the newest down until the budget is spent; at least one. What was chosen is added from the
 * oldest up, because FTS5 begins a new part of the index whenever keys go down.
 */
function addMessages(
  connection: Connection,
  keys: readonly { readonly key: number }[],
  counts: TermCounts,
  budgetMs: number,
): { readonly done: number; readonly cost: number } {
  const chosen: MessageWordsRow[] = [];
  let done = 0;
  let cost = 0;
  for (const { key } of keys) {
    done += 1;
    cost += 0.01;
    // Indexed as it stands, erased meanwhile, or still being written.
    const row = hasEntry(connection, key) ? undefined : readMessage(connection, key);
    if (row === undefined) continue;
    chosen.push(row);
    cost += costOf(row, addedPerMs);
    if (cost >= budgetMs) break;
  }
  for (const row of chosen.reverse()) addEntry(connection, row, counts);
  return { done, cost };
}

function readMessage(connection: Connection, key: number): MessageWordsRow | undefined {
  return prepared<{ key: number }, MessageWordsRow>(
    connection,
    `SELECT ${messageWordsColumns}
     FROM messages
     WHERE messages.id = :key AND messages.status <> 'streaming'`,
  ).get({ key });
}

const sessionsPerMs = 10;

const addOlderSessions: Step = (connection, counts, budgetMs) => {
  const state = readState(connection);
  if (state.sessionsBelow === 0) return null;
  const limit = Math.ceil(budgetMs * sessionsPerMs);
  const keys = prepared<{ below: number; limit: number }, { readonly key: number }>(
    connection,
    'SELECT id AS key FROM sessions WHERE id < :below ORDER BY id DESC LIMIT :limit',
  ).all({ below: state.sessionsBelow, limit });
  addSessions(connection, keys, counts);
  writeState(connection, { ...state, sessionsBelow: keys.at(-1)?.key ?? 0 });
  return keys.length / sessionsPerMs;
};

const addChangedSessions: Step = (connection, counts, budgetMs) => {
  const state = readState(connection);
  const changes = prepared<{ after: number; limit: number }, { readonly id: number; readonly key: number }>(
    connection,
    `SELECT id, session_id AS key
     FROM session_changes
     WHERE id > :after
     ORDER BY id
     LIMIT :limit`,
  ).all({ after: state.lastChange, limit: Math.ceil(budgetMs * sessionsPerMs) });
  const lastChange = changes.at(-1)?.id;
  if (lastChange === undefined) return null;
  addSessions(connection, changes, counts);
  // The newest entry always stays, so that the numbers go on from it.
  prepared<{ before: number }>(connection, 'DELETE FROM session_changes WHERE id < :before').run({
    before: lastChange - keptChanges,
  });
  writeState(connection, { ...state, lastChange });
  return changes.length / sessionsPerMs;
};

function addSessions(
  connection: Connection,
  changed: readonly { readonly key: number }[],
  counts: TermCounts,
): void {
  const keys = [...new Set(changed.map(({ key }) => key))].sort((left, right) => left - right);
  for (const key of keys) {
    if (hasSessionEntry(connection, key)) continue;
    const row = prepared<{ key: number }, SessionWordsRow>(
      connection,
      `SELECT ${sessionWordsColumns}
       FROM sessions
       WHERE sessions.id = :key`,
    ).get({ key });
    if (row !== undefined) addSessionEntry(connection, row, counts);
  }
}
