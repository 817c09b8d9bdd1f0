import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyFind } from './fuzzy.ts';

const texts = [
  'New session',
  'Export session…',
  'Settings…',
  'Über Zürich',
  '日本語の丁寧語',
  'Keyboard shortcuts',
];
const found = (needle: string) => fuzzyFind(texts, needle).map(({ index }) => texts[index]);

describe('fuzzy names', () => {
  it('fit by parts of words, in any order, and in spite of a mistake', () => {
    expect(found('sess')).toEqual(['New session', 'Export session…']);
    expect(found('session new')[0]).toBe('New session');
    expect(found('setings')).toEqual(['Settings…']);
    expect(found('zzz')).toEqual([]);
  });

  it('fit without accents and in other scripts', () => {
    expect(found('zurich')).toEqual(['Über Zürich']);
    expect(found('丁寧')).toEqual(['日本語の丁寧語']);
  });

  it('have their marks in the text as it is written', () => {
    const [match] = fuzzyFind(texts, 'uber');
    expect(match?.text.marks.map(([from, to]) => match.text.text.slice(from, to))).toEqual(['Über']);
    expect(match?.isBeginning).toBe(true);
  });

  it('are all there for nothing, and never fail', () => {
    expect(found('  ')).toEqual(texts);
    expect(found('…')).toEqual(['Export session…', 'Settings…']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (needle) => Array.isArray(found(needle))),
      {
        numRuns: 25,
      },
    );
  });
});
