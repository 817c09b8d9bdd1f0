import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFolded, foldText, foldWithPlaces } from './fold-text.ts';

describe('folding a text', () => {
  it('takes off case and accents, whichever way they are written', () => {
    expect(foldText('Crème BRÛLÉE')).toBe('creme brulee');
    expect(foldText('cre\u0300me')).toBe('creme');
    expect(foldText('Ολυμπος ΟΛΥΜΠΟΣ')).toBe('ολυμποσ ολυμποσ');
    expect(foldText('Ёлка İstanbul Straße')).toBe('елка istanbul straße');
  });

  it('keeps letters of other scripts whole', () => {
    expect(foldText('が 한글 日本')).toBe('が 한글 日本');
  });

  it('folds a folded text to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldText(foldText(text)) === foldText(text)),
    );
  });

  it('gives the same with and without places, each inside the text and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, startOf, endOf } = foldWithPlaces(text);
        expect(folded).toBe(foldText(text));
        for (let index = 0; index < folded.length; index++) {
          expect(startOf(index)).toBeLessThan(endOf(index + 1));
          expect(endOf(index + 1)).toBeLessThanOrEqual(text.length);
          expect(startOf(index)).toBeLessThanOrEqual(startOf(index + 1));
        }
      }),
    );
  });
});

describe('finding in a text', () => {
  const cut = (text: string, term: string) =>
    findFolded(text, foldText(term)).map(([from, to]) => text.slice(from, to));

  it('gives back what is written there', () => {
    expect(cut('Crème brûlée, CREME', 'creme')).toEqual(['Crème', 'CREME']);
    expect(cut('cre\u0300me\u0301 x', 'CRÈMÉ')).toEqual(['cre\u0300me\u0301']);
    expect(cut('a😀É b', 'é')).toEqual(['É']);
    expect(cut('İİ', 'i')).toEqual(['İ', 'İ']);
  });

  it('finds what does not overlap, and nothing for nothing', () => {
    expect(findFolded('aaaa', 'aa')).toEqual([
      [0, 2],
      [2, 4],
    ]);
    expect(findFolded('aaaa', '')).toEqual([]);
    expect(findFolded('aaaa', 'a', 3)).toHaveLength(3);
  });

  it('finds every piece of a text in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (before, term) => {
          fc.pre(foldText(term) !== '');
          expect(findFolded(`${before}\n${term}`, foldText(term)).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
