import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterValue, insertFilter, openFilter, replaceWord, withoutFilters, wordAt } from './query-words.ts';

describe('the word at the caret', () => {
  it('reaches from space to space', () => {
    expect(wordAt('one two three', 5)).toEqual({ text: 'two', from: 4, to: 7 });
    expect(wordAt('one ', 4)).toEqual({ text: '', from: 4, to: 4 });
  });

  it('goes over spaces inside quotes, closed or not', () => {
    expect(wordAt('a project:"my thesis" b', 18).text).toBe('project:"my thesis"');
    expect(wordAt('project:"my the', 15).text).toBe('project:"my the');
  });

  it('is a piece of the query around the caret, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '"', ':', '-', '日') }),
        fc.nat(),
        (query, seed) => {
          const caret = seed % (query.length + 1);
          const word = wordAt(query, caret);
          expect(word.from).toBeLessThanOrEqual(caret);
          expect(word.to).toBeGreaterThanOrEqual(caret);
          expect(query.slice(word.from, word.to)).toBe(word.text);
        },
      ),
    );
  });
});

describe('a filter put in', () => {
  it('waits for its value when it ends with a colon, else is finished', () => {
    expect(insertFilter('', 0, 'project:')).toEqual({ query: 'project:', caret: 8 });
    expect(insertFilter('', 0, 'has:code')).toEqual({ query: 'has:code ', caret: 9 });
  });

  it('stands behind the words that are there, and takes the place of its own beginning', () => {
    expect(insertFilter('sqlite', 6, 'tag:')).toEqual({ query: 'sqlite tag:', caret: 11 });
    expect(insertFilter('sqlite ', 7, 'tag:')).toEqual({ query: 'sqlite tag:', caret: 11 });
    expect(insertFilter('sqlite pro', 10, 'project:')).toEqual({ query: 'sqlite project:', caret: 15 });
    expect(insertFilter('one two', 3, 'is:pinned')).toEqual({ query: 'one is:pinned two', caret: 14 });
  });

  it('is completed by a value, in quotes when that has spaces', () => {
    const query = 'x project:the y';
    expect(replaceWord(query, wordAt(query, 13), filterValue('project', 'My "best" thesis'))).toEqual({
      query: 'x project:"My best thesis" y',
      caret: 27,
    });
    expect(filterValue('model', 'qwen3:8b')).toBe('model:qwen3:8b');
  });
});

describe('the filter being written', () => {
  it('has a name and the beginning of a value', () => {
    expect(openFilter({ text: 'Project:"my th', from: 0, to: 0 })).toEqual({
      name: 'project',
      written: 'my th',
      isExcluded: false,
    });
    expect(openFilter({ text: '-tag:', from: 0, to: 0 })).toEqual({
      name: 'tag',
      written: '',
      isExcluded: true,
    });
    expect(openFilter({ text: 'sqlite', from: 0, to: 0 })).toBeNull();
  });
});

it('a query without its filters keeps its words', () => {
  expect(withoutFilters('one project:"my thesis" two -has:code three')).toBe('one two three');
  expect(withoutFilters('tag:a')).toBe('');
});
