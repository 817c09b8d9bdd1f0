import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFolded, folded, foldedTerm, foldWithPlaces, type Separators } from './find-folded.ts';

const foldText = (text: string) => folded(text, 'kept');
const eitherWay = fc.constantFrom<Separators>('kept', 'joined');

describe('folding a text', () => {
  it('takes off case and accents, whichever way they are written', () => {
    expect(foldText('Crème BRÛLÉE')).toBe('creme brulee');
    expect(foldText('cre\u0300me')).toBe('creme');
    expect(foldText('Ολυμπος ΟΛΥΜΠΟΣ')).toBe('ολυμποσ ολυμποσ');
    expect(foldText('Ёлка İstanbul Straße')).toBe('елка istanbul strasse');
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
      fc.property(fc.string({ unit: 'binary' }), eitherWay, (text, separators) => {
        const { folded: made, startOf, endOf } = foldWithPlaces(text, separators);
        expect(made).toBe(folded(text, separators));
        for (let index = 0; index < made.length; index++) {
          expect(startOf(index)).toBeLessThan(endOf(index + 1));
          expect(endOf(index + 1)).toBeLessThanOrEqual(text.length);
          expect(startOf(index)).toBeLessThanOrEqual(startOf(index + 1));
        }
      }),
    );
  });
});

describe('finding in a text', () => {
  const cut = (text: string, term: string, separators: Separators = 'kept') =>
    findFolded(text, foldedTerm(term, separators), separators).map(([from, to]) => text.slice(from, to));

  it('gives back what is written there', () => {
    expect(cut('Crème brûlée, CREME', 'creme')).toEqual(['Crème', 'CREME']);
    expect(cut('cre\u0300me\u0301 x', 'CRÈMÉ')).toEqual(['cre\u0300me\u0301']);
    expect(cut('a😀É b', 'é')).toEqual(['É']);
    expect(cut('İİ', 'i')).toEqual(['İ', 'İ']);
  });

  it('finds letters as people type them, and the other way round', () => {
    expect(cut('Die Straße, die STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE']);
    expect(cut('strasse', 'Straße')).toEqual(['strasse']);
    expect(cut('Straße', 'stras')).toEqual(['Straß']);
    expect(cut('Øre Łódź', 'lodz')).toEqual(['Łódź']);
    expect(cut('ﬁre', 'fire')).toEqual(['ﬁre']);
  });

  it('finds letters of other scripts whichever way they are composed', () => {
    expect(cut('か\u3099く', 'が')).toEqual(['か\u3099']);
    expect(cut('が', 'か')).toEqual([]);
    expect(cut('x 한글 y'.normalize('NFD'), '글')).toEqual(['글'.normalize('NFD')]);
  });

  it('finds a phrase across any signs when they are joined, and to the letter when they are kept', () => {
    const text = 'alpha, beta; Alpha -- BETA alphabeta';
    expect(cut(text, 'alpha beta', 'joined')).toEqual(['alpha, beta', 'Alpha -- BETA']);
    expect(cut(`…${text}`, '"alpha… beta!"', 'joined')).toEqual(['alpha, beta', 'Alpha -- BETA']);
    expect(cut('Größe — (Maß)', 'grosse mass', 'joined')).toEqual(['Größe — (Maß']);
    expect(cut('a->b, a -> b', 'a->b')).toEqual(['a->b']);
    expect(cut('a->b, a -> b', 'a->b', 'joined')).toEqual(['a->b', 'a -> b']);
    expect(cut('what …?', '…', 'joined')).toEqual([]);
  });

  it('finds what does not overlap, and nothing for nothing', () => {
    expect(findFolded('aaaa', 'aa', 'kept')).toEqual([
      [0, 2],
      [2, 4],
    ]);
    expect(findFolded('aaaa', '', 'kept')).toEqual([]);
    expect(findFolded('aaaa', 'a', 'kept', 3)).toHaveLength(3);
  });

  it('finds every piece of a text in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        eitherWay,
        (before, text, separators) => {
          const term = foldedTerm(text, separators);
          fc.pre(term !== '');
          expect(findFolded(`${before}\n${text}`, term, separators).length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('finds the same in a plain text as in any other', () => {
    const unit = fc.constantFrom('a', 'b', 'B', '7', ' ', ',', '_', '\n');
    fc.assert(
      fc.property(
        fc.string({ unit }),
        fc.string({ unit, maxLength: 4 }),
        eitherWay,
        (text, wanted, separators) => {
          const term = foldedTerm(wanted, separators);
          const plain = findFolded(text, term, separators);
          expect(findFolded(`${text}\u0301é`, term, separators).map(([from]) => from)).toEqual(
            plain.map(([from]) => from),
          );
        },
      ),
    );
  });
});
