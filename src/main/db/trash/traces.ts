import type { CallInput } from '../interface.ts';
import { forgetUnindexedModels } from '../search/unindexed-models.ts';
import type { Connection } from '../statements.ts';
import { forgetUnusedModels } from '../statistics/unused-models.ts';
import { addChore, settleChore } from './chores.ts';

// What of an erased text lies outside the rows: samples of the query planner, the write-ahead log, and the gaps that
// SQLite leaves in a page when it moves rows to a neighbour, which secure_delete does not reach.

/** Samples of titles and names that `PRAGMA optimize` may have taken, and the names of models nobody answered with. */
export function forgetSamples(connection: Connection): void {
  const has = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'").get();
  if (has !== undefined) connection.prepare('DELETE FROM sqlite_stat4').run();
  forgetUnusedModels(connection);
  forgetUnindexedModels(connection);
}

/**
 * Writes the log into the file and cuts it to nothing. False when a reader is in the middle of it: to be tried again.
 * Not inside a transaction.
 */
export function truncateLog(connection: Connection): boolean {
  return withoutWaiting(connection, () => {
    const [answer] = connection.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    return answer?.busy === 0;
  });
}

/**
 * Writes the whole file anew, without gaps, when it is not larger than `largestBytes`. Until that was done the file
 * remembers that it is owed, whatever happens to the program. Not inside a transaction.
 */
export function rewriteFile(connection: Connection, input: CallInput<'rewriteFile'>): boolean {
  const pages = Number(connection.pragma('page_count', { simple: true }));
  const pageBytes = Number(connection.pragma('page_size', { simple: true }));
  addChore(connection, 'rewrite-file');
  if (pages * pageBytes > input.largestBytes) return false;
  connection.exec('VACUUM');
  settleChore(connection, { name: 'rewrite-file' });
  return true;
}

/** Nobody who types waits here for a reader. */
function withoutWaiting<Value>(connection: Connection, run: () => Value): Value {
  const timeoutMs = Number(connection.pragma('busy_timeout', { simple: true }));
  connection.pragma('busy_timeout = 0');
  try {
    return run();
  } finally {
    connection.pragma(`busy_timeout = ${timeoutMs}`);
  }
}
