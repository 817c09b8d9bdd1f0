import type { FoundTitle, MarkedText } from '#shared/contract/search.ts';
import { composed, foldText, foldWithOrigins } from '#shared/fold/fold.ts';
import { fuzzyFinds } from '#shared/fuzzy.ts';
import type { CallInput } from '../interface.ts';
import { type SummaryRow, summaryColumns, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { type TitleCache, titlesNow } from './title-cache.ts';

/** With more finds than these the newest are weighed. */
const mostWeighed = 1_000;
const longestText = 100;

export function findTitles(
  connection: Connection,
  { text, limit }: CallInput<'findTitles'>,
): readonly FoundTitle[] {
  const needle = foldText(composed(text.slice(0, longestText)), 'kept').trim();
  if (needle === '') return mostRecent(connection, limit);
  const cache = titlesNow(connection);
  return bestPlaces(cache, needle, limit).flatMap(({ place, ranges }) => {
    const key = cache.keys[place];
    const row = key === undefined ? undefined : readSummary(connection, key);
    return row === undefined ? [] : [toFound(row, marked(cache.titles[place] ?? '', ranges))];
  });
}

interface FoundPlace {
  readonly place: number;
  /** From, to, from, to ... in the folded title. */
  readonly ranges: readonly number[];
}

function bestPlaces(cache: TitleCache, needle: string, limit: number): readonly FoundPlace[] {
  // Keys grow with time: the last ones are the newest.
  const finds = fuzzyFinds(cache.folded, needle, mostWeighed);
  if (finds === null) return substringPlaces(cache, needle, limit);
  return finds.slice(0, limit).map(({ index, ranges }) => ({ place: index, ranges }));
}

/** For signs that are no part of words. */
function substringPlaces(cache: TitleCache, needle: string, limit: number): readonly FoundPlace[] {
  const found: FoundPlace[] = [];
  for (let place = cache.folded.length - 1; place >= 0 && found.length < limit; place -= 1) {
    const at = cache.folded[place]?.indexOf(needle) ?? -1;
    if (at >= 0) found.push({ place, ranges: [at, at + needle.length] });
  }
  return found;
}

function marked(title: string, ranges: readonly number[]): MarkedText {
  const { origins } = foldWithOrigins(title, 'kept');
  const marks: [number, number][] = [];
  for (let index = 0; index + 1 < ranges.length; index += 2) {
    const from = origins[ranges[index] ?? 0];
    const to = origins[ranges[index + 1] ?? 0];
    if (from !== undefined && to !== undefined && to > from) marks.push([from, to]);
  }
  return { text: title, marks };
}

export const recentTitlesSql = `
  SELECT ${summaryColumns}
  FROM sessions INDEXED BY all_by_activity
  LEFT JOIN projects ON projects.id = sessions.project_id
  WHERE sessions.trashed_at IS NULL AND sessions.archived_at IS NULL
  ORDER BY sessions.updated_at DESC, sessions.public_id DESC
  LIMIT :limit`;

function mostRecent(connection: Connection, limit: number): readonly FoundTitle[] {
  return prepared<{ limit: number }, SummaryRow>(connection, recentTitlesSql)
    .all({ limit })
    .map((row) => toFound(row, { text: row.title === '' ? row.preview : row.title, marks: [] }));
}

function readSummary(connection: Connection, key: number): SummaryRow | undefined {
  return prepared<{ key: number }, SummaryRow>(
    connection,
    `SELECT ${summaryColumns}
     FROM sessions
     LEFT JOIN projects ON projects.id = sessions.project_id
     WHERE sessions.id = :key`,
  ).get({ key });
}

function toFound(row: SummaryRow, title: MarkedText): FoundTitle {
  const { id, projectId, title: name, preview, updatedAt } = toSummary(row);
  return { session: { id, projectId, title: name, preview, updatedAt }, title };
}
