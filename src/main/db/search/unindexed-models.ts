import { type Connection, prepared } from '../statements.ts';
import { facets } from './documents.ts';

/**
 * Takes away the names of models that no entry of the index has: after an erasure nothing may stay. Asked of the index
 * itself, because an entry that is still to be taken out needs the number of its model, and a number that is given
 * again must not be in it. A message that is yet to be indexed gives its model a new one.
 */
export function forgetUnindexedModels(connection: Connection): void {
  const models = prepared<object, { readonly key: number }>(
    connection,
    'SELECT id AS key FROM search_models',
  ).all({});
  for (const { key } of models) {
    const entry = prepared<{ facet: string }, object>(
      connection,
      'SELECT 1 FROM message_search WHERE message_search MATCH :facet LIMIT 1',
    ).get({ facet: `facets:${facets.model(key)}` });
    if (entry !== undefined) continue;
    prepared<{ key: number }>(connection, 'DELETE FROM search_models WHERE id = :key').run({ key });
  }
}
