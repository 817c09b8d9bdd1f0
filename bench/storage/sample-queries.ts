import type { Connection } from '../../src/main/db/statements.ts';
import { mulberry32 } from './library-text.ts';

/** Queries by kind, taken from what is in the library. */
export function sampleQueries(connection: Connection): Readonly<Record<string, readonly string[]>> {
  const random = mulberry32(5);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const terms = (where: string, limit: number) =>
    connection
      .prepare(
        `SELECT term FROM search_terms WHERE term < '\u{7a}\u{7f}' AND ${where} ORDER BY documents DESC LIMIT ?`,
      )
      .pluck()
      .all(limit) as readonly string[];
  const common = terms('length(term) > 2', 60);
  const medium = terms('documents BETWEEN 500 AND 3000 AND length(term) > 4', 400);
  const uncommon = terms('documents BETWEEN 100 AND 300 AND length(term) > 4', 400);
  const rare = terms('documents BETWEEN 2 AND 20 AND length(term) > 4', 400);
  const texts = (pattern: string) =>
    (
      connection
        .prepare(`SELECT content FROM messages WHERE id % 211 = 0 AND content GLOB ? LIMIT 400`)
        .pluck()
        .all(pattern) as readonly string[]
    ).filter((text) => text.length > 12);
  const latin = texts('[a-z]*');
  const chinese = texts('[\u4e00-\u9fff]*');
  const times = <Item>(count: number, make: () => Item): readonly Item[] =>
    Array.from({ length: count }, make);
  const words = (text: string, count: number) => {
    const all = text.split(/[^a-z0-9]+/u).filter((word) => word !== '');
    const from = Math.floor(random() * Math.max(1, all.length - count));
    return all.slice(from, from + count).join(' ');
  };
  const inside = (word: string) => word.slice(1, 1 + Math.max(3, Math.ceil(word.length / 2)));
  return {
    'common word': times(200, () => pick(common)),
    'medium word': times(200, () => pick(medium)),
    // As rare as the ones of T13.
    'uncommon word': times(200, () => pick(uncommon)),
    'rare word': times(200, () => pick(rare)),
    'absent word': times(100, () => `${pick(rare)}qqx`),
    'two words': times(200, () => `${pick(common)} ${pick(medium)}`),
    'common without another': times(100, () => `${pick(common)} -${pick(common)}`),
    'phrase of three words': times(200, () => `"${words(pick(latin), 3)}"`),
    'prefix of 2 letters': times(100, () => pick(medium).slice(0, 2)),
    'prefix of 3 letters': times(200, () => pick(medium).slice(0, 3)),
    'prefix of 5 letters': times(200, () => pick(rare).slice(0, 5)),
    'inside of a word': times(200, () => inside(pick(medium))),
    'inside of a rare word': times(200, () => inside(pick(rare))),
    'filtered by a tag': times(100, () => `${pick(common)} tag:tag${1 + Math.floor(random() * 60)}`),
    'filtered by a project': times(
      100,
      () => `${pick(medium)} project:"project ${1 + Math.floor(random() * 40)}"`,
    ),
    'filtered by role and model': times(100, () => `${pick(medium)} role:assistant model:gemma`),
    'filtered by dates': times(
      100,
      () => `${pick(common)} after:2024-0${1 + Math.floor(random() * 9)} before:2024-11`,
    ),
    'has:code': times(50, () => `${pick(common)} has:code`),
    'is:pinned': times(50, () => `${pick(common)} is:pinned`),
    'in:title': times(100, () => `in:title ${pick(common)}`),
    'only filters': times(50, () =>
      pick(['has:code', 'is:pinned', 'tag:tag3', 'is:archived', 'role:user', 'before:2024']),
    ),
    'one Chinese character': times(100, () => pick([...pick(chinese)])),
    'two Chinese characters': times(200, () => {
      const text = pick(chinese);
      const from = Math.floor(random() * 10);
      return text.slice(from, from + 2);
    }),
    'several words at once': times(
      100,
      () => `${pick(common)} ${pick(common)} ${pick(medium)} ${pick(common)}`,
    ),
  };
}

/** Every state of a query while it is typed, letter by letter. */
export function whileTyping(queries: readonly string[]): readonly string[] {
  return queries.flatMap((query) => Array.from(query, (_, index) => query.slice(0, index + 1)));
}
