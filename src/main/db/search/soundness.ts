import { type Connection, prepared } from '../statements.ts';

const tables = ['message_search', 'session_search', 'term_search'] as const;

/**
 * Has FTS5 compare what it keeps with its own check sums, which takes seconds in a large library; taken as sound when
 * that was done after `since` (ms).
 */
export function isSearchSound(connection: Connection, { since }: { readonly since: number }): boolean {
  const row = prepared<object, { readonly checkedAt: number }>(
    connection,
    'SELECT checked_at AS checkedAt FROM search_state',
  ).get({});
  if (row !== undefined && row.checkedAt > since) return true;
  try {
    return tables.every((table) => connection.pragma(`quick_check('${table}')`, { simple: true }) === 'ok');
  } catch {
    // What cannot even be read is not sound.
    return false;
  }
}

export function noteSearchSound(connection: Connection, { at }: { readonly at: number }): void {
  prepared<{ at: number }>(connection, 'UPDATE search_state SET checked_at = :at').run({ at });
}
