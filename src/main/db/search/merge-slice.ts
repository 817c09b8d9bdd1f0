import { type Connection, prepared } from '../statements.ts';

const tables = ['message_search', 'session_search', 'term_search'] as const;

/**
 * Joins small parts of the index into larger ones, writing about `pages` pages at most. Each indexed slice leaves a
 * part of its own, and a search looks into every part.
 */
export function mergeSlice(
  connection: Connection,
  { pages }: { readonly pages: number },
): { readonly hasMore: boolean } {
  for (const table of tables) {
    const before = totalChanges(connection);
    prepared<{ pages: number }>(
      connection,
      `INSERT INTO ${table} (${table}, rank) VALUES ('merge', :pages)`,
    ).run({ pages });
    // Documented sign of a merge that found nothing to do: fewer than two changes.
    if (totalChanges(connection) - before >= 2) return { hasMore: true };
  }
  return { hasMore: false };
}

function totalChanges(connection: Connection): number {
  return (
    prepared<object, { readonly changes: number }>(connection, 'SELECT total_changes() AS changes').get({})
      ?.changes ?? 0
  );
}
