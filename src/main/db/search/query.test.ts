import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryDatabase } from '../testing/fixtures.ts';
import { parseQuery } from './query.ts';
import { addMessage, addSession, indexAll } from './testing/library.ts';

const now = new Date(2026, 2, 10, 15).getTime();

const words = (query: string) => parseQuery(query, now).pieces.map(({ text }) => text);

describe('reading a query', () => {
  it('takes words, phrases and what is to be left out apart', () => {
    const query = parseQuery('one "two three" -four -"five six"', now);
    expect(query.pieces.map(({ text, isQuoted }) => [text, isQuoted])).toEqual([
      ['one', false],
      ['two three', true],
    ]);
    expect(query.excluded.map(({ text }) => text)).toEqual(['four', 'five six']);
  });

  it('reads quoted values of filters, and filters in any case', () => {
    const query = parseQuery('TAG:"my tag" Project:x -model:y', now);
    expect(query.tags).toEqual([{ text: 'my tag', isExcluded: false }]);
    expect(query.projects).toEqual([{ text: 'x', isExcluded: false }]);
    expect(query.models).toEqual([{ text: 'y', isExcluded: true }]);
  });

  it.each([
    ['before:2026', new Date(2026, 0, 1)],
    ['before:2026-02', new Date(2026, 1, 1)],
    ['before:2026-02-03', new Date(2026, 1, 3)],
    ['before:today', new Date(2026, 2, 10)],
    ['before:yesterday', new Date(2026, 2, 9)],
    ['before:7d', new Date(2026, 2, 3, 15)],
    ['before:2w', new Date(2026, 1, 24, 15)],
  ])('reads %s', (text, date) => {
    expect(parseQuery(text, now).before).toBe(date.getTime());
  });

  it.each(['before:2026-13', 'after:2026-02-30', 'before:soon', 'before:99999d', 'after:2026-1-1-1'])(
    'takes %s as words and says so',
    (text) => {
      const query = parseQuery(text, now);
      expect(query.notes).toEqual([{ kind: 'bad-date', text: text.split(':')[1] }]);
      expect(words(text)).toEqual([text]);
    },
  );

  it.each(['http://a.b', 'std::vector', '12:30', 'C:\\x', '-', '""', ':', 'a:', 'tag:'])(
    'has no filter in %s',
    (text) => {
      expect(parseQuery(text, now).notes.filter((note) => note.kind !== 'unknown-filter')).toEqual([]);
      expect(parseQuery(text, now).tags).toEqual([]);
    },
  );

  it('takes an open quote to the end, as it is while somebody types', () => {
    expect(words('say "hello wor')).toEqual(['say', 'hello wor']);
  });
});

describe('any text', () => {
  it('can be searched for without an error, in both orders', () => {
    const { connection, db } = memoryDatabase();
    addSession(connection, 1, { title: 'A title' });
    addMessage(connection, { id: 'a', session: 1, content: 'some words and 中文 and "quotes"' });
    indexAll(db);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"',
        "'",
        '-',
        '*',
        '^',
        ':',
        '(',
        ')',
        'AND',
        'OR',
        'NOT',
        'NEAR(a b)',
        '\0',
        '\ud800',
        '\udc00',
      ),
      fc.constantFrom(
        'tag:',
        'project:"',
        'before:',
        'has:',
        'in:title',
        'is:archived',
        'content:',
        'facets:',
        '{content}:',
      ),
      fc.constantFrom('中', '中文', 'wor', 'words', '_', '%', '\u200b', '\u202e', '🎉', 'ﬃ', '²'),
      fc.string(),
    );
    const text = fc
      .array(fc.tuple(piece, fc.constantFrom('', ' ', '\t')), { maxLength: 8 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('newest' as const, 'best' as const), (query, order) => {
        const page = db.runSearch({ query, order, after: null, now });
        for (const group of page.groups) {
          for (const { snippet } of group.hits) {
            for (const [from, to] of snippet.marks)
              expect(0 <= from && from < to && to <= snippet.text.length).toBe(true);
          }
        }
        db.findTitles({ text: query, limit: 5 });
        db.findInSession({ sessionId: '0000000001', text: query });
      }),
      { numRuns: 500 },
    );
  });
});
