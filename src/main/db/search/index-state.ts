import { type Connection, prepared } from '../statements.ts';

/** Changed with every change of shared/fold, tokens.ts or documents.ts that makes other terms. */
const rulesVersion = 2;

/** Folding leans on the runtime's tables, which grow with Unicode. */
export const fingerprint = `${rulesVersion}/${process.versions['unicode'] ?? ''}`;

export interface IndexState {
  readonly fingerprint: string;
  readonly messagesBelow: number;
  readonly sessionsBelow: number;
  readonly lastChange: number;
}

export function readState(connection: Connection): IndexState {
  const row = prepared<object, IndexState>(
    connection,
    `SELECT
       fingerprint,
       messages_below AS messagesBelow,
       sessions_below AS sessionsBelow,
       last_change AS lastChange
     FROM search_state`,
  ).get({});
  if (row === undefined) throw new Error('search_state has no row');
  return row;
}

/** What was just written is waited for by nobody; more than this is a library that is being indexed. */
const queueOfTheMoment = 200;

/** Whether a good part of the library cannot be found yet. */
export function isIndexBehind(connection: Connection): boolean {
  const { messagesBelow, sessionsBelow } = readState(connection);
  if (messagesBelow > 0 || sessionsBelow > 0) return true;
  const beyond = prepared<{ offset: number }, object>(
    connection,
    'SELECT 1 FROM search_queue LIMIT 1 OFFSET :offset',
  ).get({ offset: queueOfTheMoment });
  return beyond !== undefined;
}

export function writeState(connection: Connection, state: IndexState): void {
  prepared<IndexState>(
    connection,
    `UPDATE search_state
     SET fingerprint = :fingerprint,
         messages_below = :messagesBelow,
         sessions_below = :sessionsBelow,
         last_change = :lastChange`,
  ).run(state);
}

/** Empties the index; everything is to be indexed again, from the newest down. */
export function beginAnew(connection: Connection): void {
  connection.exec(`
    INSERT INTO message_search (message_search) VALUES ('delete-all');
    INSERT INTO session_search (session_search) VALUES ('delete-all');
    INSERT INTO term_search (term_search) VALUES ('delete-all');
    DELETE FROM search_terms;
    DELETE FROM search_queue;
    DELETE FROM search_removals;
    DELETE FROM session_search_removals;
    UPDATE search_state
    SET messages_below = (SELECT IFNULL(MAX(id), 0) + 1 FROM messages),
        sessions_below = (SELECT IFNULL(MAX(id), 0) + 1 FROM sessions),
        last_change = (SELECT IFNULL(MAX(id), 0) FROM session_changes);
  `);
  writeState(connection, { ...readState(connection), fingerprint });
}
