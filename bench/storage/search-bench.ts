import type { SearchOrder } from '../../src/shared/contract/search.ts';
import type { OpenLibrary } from './library-copy.ts';
import { type Goal, measure, print, printCheck } from './measure.ts';
import { sampleQueries, whileTyping } from './sample-queries.ts';

/** Reading waits for nothing but the processor, so a busy machine is no excuse and no hindrance. */
const fast: Goal = { text: 'p99 work < 50 ms', isMet: ({ work }) => work.p99 < 50 };
const now = Date.UTC(2026, 0, 2);

/** The floor is the barest search: the newest 50 rows that have the words, without telling anything of them. */
export function benchSearch(library: OpenLibrary): void {
  const { reader, readerConnection } = library;
  const search = (query: string, order: SearchOrder = 'newest') =>
    reader.runSearch({ query, order, after: null, now });
  const bare = readerConnection
    .prepare('SELECT rowid FROM message_search WHERE message_search MATCH ? ORDER BY rowid DESC LIMIT 50')
    .pluck();
  const queries = sampleQueries(readerConnection);
  const measured = new Map<string, number>();
  for (const [kind, samples] of Object.entries(queries)) {
    const isPlain = /^(common|uncommon|rare|medium|absent) word$/.test(kind);
    const result = measure(
      `search: ${kind}`,
      samples.length,
      (number) => search(samples[number % samples.length] ?? ''),
      isPlain ? { floor: (number) => bare.all(`"${samples[number % samples.length]}"`) } : {},
    );
    measured.set(kind, print(result, fast).run.median);
  }
  const typed = whileTyping([
    ...(queries['two words'] ?? []).slice(0, 25),
    ...(queries['phrase of three words'] ?? []).slice(0, 10),
    ...(queries['two Chinese characters'] ?? []).slice(0, 25),
  ]);
  print(
    measure('search: every key of 60 queries', typed.length, (number) =>
      search(typed[number % typed.length] ?? ''),
    ),
    fast,
  );
  const common = queries['common word'] ?? [];
  for (const kind of [
    'common word',
    'uncommon word',
    'rare word',
    'two words',
    'prefix of 3 letters',
  ] as const) {
    const samples = queries[kind] ?? [];
    const best = measure(`best match: ${kind}`, Math.min(60, samples.length), (number) =>
      search(samples[number % samples.length] ?? '', 'best'),
    );
    measured.set(`best ${kind}`, print(best, fast).run.median);
  }
  const scan = readerConnection.prepare(
    'SELECT id FROM messages WHERE content LIKE ? LIMIT 50 OFFSET 100000',
  );
  const unindexed = print(
    measure('(reading every message with LIKE)', 3, (number) => scan.all(`%${common[number]}qq%`)),
  );
  const commonToRare = (measured.get('common word') ?? 0) / (measured.get('best uncommon word') ?? 1);
  printCheck('T13 common newest / uncommon best', commonToRare.toFixed(2), commonToRare <= 3, '<= 3');
  const bestToScan = (measured.get('best common word') ?? 0) / unindexed.run.median;
  printCheck('T14 best of a common word / LIKE', bestToScan.toFixed(4), bestToScan <= 0.1, '<= 0.1');

  reader.warmTitles();
  const titles = ['pro', 'tha', 'long one', 'very', 'a', 'weka'];
  print(
    measure('titles: fuzzy', 60, (number) =>
      reader.findTitles({ text: titles[number % titles.length] ?? '', limit: 50 }),
    ),
    fast,
  );
  print(
    measure('titles: most recent', 60, () => reader.findTitles({ text: '', limit: 50 })),
    fast,
  );
}
