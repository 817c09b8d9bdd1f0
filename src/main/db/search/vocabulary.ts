import { type Connection, prepared } from '../statements.ts';

/** Shorter ones have no trigram. */
export const shortestPart = 3;

/** How many documents more (or fewer) have each term; gathered over a slice of work and written once. */
export class TermCounts {
  private readonly changes = new Map<string, number>();

  add(terms: Iterable<string>, by: 1 | -1): void {
    for (const term of terms) this.changes.set(term, (this.changes.get(term) ?? 0) + by);
  }

  /** A term that no document has any more is gone, and so is every trace of it. */
  write(connection: Connection): void {
    for (const [term, by] of this.changes) {
      if (by === 0) continue;
      const { changes } = prepared<{ term: string; by: number }>(
        connection,
        'UPDATE search_terms SET documents = documents + :by WHERE term = :term',
      ).run({ term, by });
      if (changes === 0) insertTerm(connection, term, by);
      else if (by < 0) removeUnused(connection, term);
    }
    this.changes.clear();
  }
}

function insertTerm(connection: Connection, term: string, documents: number): void {
  if (documents <= 0) return;
  const id = nextTermId(connection);
  prepared<{ term: string; id: number; documents: number }>(
    connection,
    'INSERT INTO search_terms (term, id, documents) VALUES (:term, :id, :documents)',
  ).run({ term, id, documents });
  if (!hasParts(term)) return;
  prepared<{ id: number; term: string }>(
    connection,
    'INSERT INTO term_search (rowid, term) VALUES (:id, :term)',
  ).run({ id, term });
}

function nextTermId(connection: Connection): number {
  const row = prepared<object, { readonly last: number | null }>(
    connection,
    'SELECT MAX(id) AS last FROM search_terms',
  ).get({});
  return (row?.last ?? 0) + 1;
}

function removeUnused(connection: Connection, term: string): void {
  const row = prepared<{ term: string }, { readonly id: number }>(
    connection,
    'SELECT id FROM search_terms WHERE term = :term AND documents <= 0',
  ).get({ term });
  if (row === undefined) return;
  prepared<{ id: number }>(connection, 'DELETE FROM search_terms WHERE id = :id').run(row);
  if (!hasParts(term)) return;
  prepared<{ id: number; term: string }>(
    connection,
    "INSERT INTO term_search (term_search, rowid, term) VALUES ('delete', :id, :term)",
  ).run({ id: row.id, term });
}

/** A word of three letters has no other inside that is looked for. */
function hasParts(term: string): boolean {
  return term.length > shortestPart;
}

export interface Term {
  readonly term: string;
  readonly documents: number;
}

/** Terms that begin with `start`, the commonest first; and how many documents they all have, counted singly. */
export function commonestFrom(
  connection: Connection,
  start: string,
  { scanned, kept }: { readonly scanned: number; readonly kept: number },
): { readonly terms: readonly string[]; readonly documents: number } {
  const row = prepared<object, { readonly documents: number; readonly terms: string }>(
    connection,
    `WITH
       found AS (SELECT term, documents FROM search_terms WHERE term >= :start AND term < :end LIMIT :scanned)
     SELECT
       (SELECT IFNULL(SUM(documents), 0) FROM found) AS documents,
       (
         SELECT json_group_array(term)
         FROM (SELECT term FROM found ORDER BY documents DESC LIMIT :kept)
       ) AS terms`,
  ).get({ start, end: `${start}\u{10ffff}`, scanned, kept });
  if (row === undefined) return { terms: [], documents: 0 };
  return { terms: JSON.parse(row.terms) as readonly string[], documents: row.documents };
}

/** Without positions (detail=none) trigrams are found one by one; `instr` says whether they follow each other. */
function trigramsOf(part: string): string {
  const characters = Array.from(part);
  const trigrams = new Set<string>();
  for (let at = 0; at + shortestPart <= characters.length; at += 1) {
    trigrams.add(`"${characters.slice(at, at + shortestPart).join('')}"`);
  }
  return [...trigrams].join(' AND ');
}

/** Terms that contain `part` (3 units or more), the ones that came first first: mostly the commoner ones. */
export function termsWith(connection: Connection, part: string, limit: number): readonly string[] {
  if (Array.from(part).length < shortestPart) return [];
  return prepared<{ match: string; part: string; limit: number }, { readonly term: string }>(
    connection,
    `SELECT search_terms.term
     FROM term_search
     CROSS JOIN search_terms ON search_terms.id = term_search.rowid
     WHERE term_search MATCH :match AND instr(search_terms.term, :part) > 0
     ORDER BY term_search.rowid
     LIMIT :limit`,
  )
    .all({ match: trigramsOf(part), part, limit })
    .map((row) => row.term);
}
