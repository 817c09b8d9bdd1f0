import { type Connection, prepared } from '../statements.ts';
import { facets } from './documents.ts';
import { quote } from './expression.ts';
import { readState } from './index-state.ts';
import { eachTerm, type TermKind } from './tokens.ts';
import { shortestPart, termsWith } from './vocabulary.ts';

/** Reading a shorter session from end to end takes a few milliseconds. */
const longSession = 2_000;
const mostTerms = 300;

/**
 * Keys of the messages of a long session that can contain `text` as it stands; null when all have to be read, because
 * the session is short or the index cannot say.
 */
export function narrowed(
  connection: Connection,
  session: { readonly key: number; readonly messages: number },
  text: string,
): readonly number[] | null {
  if (session.messages < longSession) return null;
  const state = readState(connection);
  if (state.messagesBelow > 0) return null;
  const words = requiredTerms(connection, text);
  if (words === null) return null;
  const match = `(facets : ${quote(facets.session(session.key))}) AND (content : (${words}))`;
  const found = prepared<{ match: string }, { readonly key: number }>(
    connection,
    'SELECT rowid AS key FROM message_search WHERE message_search MATCH :match',
  ).all({ match });
  const waiting = prepared<{ key: number }, { readonly key: number }>(
    connection,
    `SELECT messages.id AS key
     FROM search_queue
     CROSS JOIN messages ON messages.id = search_queue.message_id
     WHERE messages.session_id = :key
     UNION ALL
     SELECT id
     FROM messages INDEXED BY messages_streaming
     WHERE status = 'streaming' AND session_id = :key`,
  ).all({ key: session.key });
  return [...found, ...waiting].map(({ key }) => key);
}

/** An expression for what every message with the text has; null when nothing is certain. */
function requiredTerms(connection: Connection, text: string): string | null {
  const terms: { readonly term: string; readonly kind: TermKind }[] = [];
  eachTerm(text, (term, kind) => terms.push({ term, kind }));
  // The first and the last word of the text may be parts of longer ones; those between stand as they are.
  const whole = terms.filter(
    ({ kind }, index) => kind === 'pair' || (kind === 'word' && index > 0 && index < terms.length - 1),
  );
  if (whole.length > 0) return whole.map(({ term }) => quote(term)).join(' AND ');
  const part = terms
    .filter(({ term, kind }) => kind === 'word' && term.length >= shortestPart)
    .reduce((longest, { term }) => (term.length > longest.length ? term : longest), '');
  if (part === '') return null;
  const around = termsWith(connection, part, mostTerms);
  if (around.length === mostTerms) return null;
  return `(${[...new Set([part, ...around])].map(quote).join(' OR ')})`;
}
