import { composed, foldText } from '#shared/fold/fold.ts';
import { type Connection, prepared } from '../statements.ts';

/** Longest part of a title that is searched. */
const searchedLength = 300;

/** Titles of all sessions that are neither archived nor in the trash, in memory; same places in all arrays. */
export interface TitleCache {
  readonly keys: number[];
  /** The title, or the preview where there is none. */
  readonly titles: string[];
  readonly folded: string[];
}

interface KeptTitles extends TitleCache {
  readonly places: Map<number, number>;
  lastChange: number;
}

interface TitleRow {
  readonly key: number;
  readonly title: string;
}

const caches = new WeakMap<Connection, KeptTitles>();

const titleColumns = "id AS key, CASE title WHEN '' THEN preview ELSE title END AS title";

/** As they are now: only what changed since the last call is read again. */
export function titlesNow(connection: Connection): TitleCache {
  const { first, last } = prepared<object, { readonly first: number | null; readonly last: number | null }>(
    connection,
    `SELECT
       (SELECT MIN(id) FROM session_changes) AS first,
       (SELECT MAX(id) FROM session_changes) AS last`,
  ).get({}) ?? { first: null, last: null };
  const known = caches.get(connection);
  if (known === undefined || (first ?? 0) > known.lastChange + 1 || (last ?? 0) < known.lastChange) {
    const loaded = load(connection, last ?? 0);
    caches.set(connection, loaded);
    return loaded;
  }
  if ((last ?? 0) > known.lastChange) refresh(connection, known, last ?? 0);
  return known;
}

function load(connection: Connection, lastChange: number): KeptTitles {
  const cache: KeptTitles = { keys: [], titles: [], folded: [], places: new Map(), lastChange };
  const rows = prepared<object, TitleRow>(
    connection,
    `SELECT ${titleColumns}
     FROM sessions
     WHERE trashed_at IS NULL AND archived_at IS NULL
     ORDER BY id`,
  ).iterate({});
  for (const row of rows) put(cache, row);
  return cache;
}

function refresh(connection: Connection, cache: KeptTitles, lastChange: number): void {
  const changed = prepared<{ after: number }, { readonly key: number }>(
    connection,
    'SELECT DISTINCT session_id AS key FROM session_changes WHERE id > :after',
  ).all({ after: cache.lastChange });
  for (const { key } of changed) {
    const row = prepared<{ key: number }, TitleRow>(
      connection,
      `SELECT ${titleColumns}
       FROM sessions
       WHERE id = :key AND trashed_at IS NULL AND archived_at IS NULL`,
    ).get({ key });
    if (row === undefined) remove(cache, key);
    else put(cache, row);
  }
  cache.lastChange = lastChange;
}

function put(cache: KeptTitles, { key, title }: TitleRow): void {
  let place = cache.places.get(key);
  if (place === undefined) {
    place = cache.keys.length;
    cache.places.set(key, place);
    cache.keys.push(key);
  }
  const shown = composed(title.slice(0, searchedLength));
  cache.titles[place] = shown;
  cache.folded[place] = foldText(shown, 'kept');
}

/** The last one takes the place that becomes free. */
function remove(cache: KeptTitles, key: number): void {
  const place = cache.places.get(key);
  if (place === undefined) return;
  cache.places.delete(key);
  const lastKey = cache.keys.pop();
  const lastTitle = cache.titles.pop();
  const lastFolded = cache.folded.pop();
  if (lastKey === undefined || lastTitle === undefined || lastFolded === undefined || lastKey === key) return;
  cache.keys[place] = lastKey;
  cache.titles[place] = lastTitle;
  cache.folded[place] = lastFolded;
  cache.places.set(lastKey, place);
}
