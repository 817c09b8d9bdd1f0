import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, type TextDiff, wordsOf } from './word-diff.ts';

const without = (diff: TextDiff, kind: 'added' | 'removed') =>
  diff.parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  it('marks the words that went and the words that came', () => {
    const diff = compareTexts('The quick fox jumps.', 'The slow old fox jumps.', 1_000);
    expect(diff.by).toBe('words');
    expect([wordsOf(diff, 'added'), wordsOf(diff, 'removed')]).toEqual([2, 1]);
  });

  it('holds both texts whole, line breaks and spaces included', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'the', ' ', '\n', '  ', '.', 'Ü', '中文', '😀'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const diff = compareTexts(one.join(''), other.join(''), 1_000);
        expect(without(diff, 'added')).toBe(one.join(''));
        expect(without(diff, 'removed')).toBe(other.join(''));
      }),
    );
  });

  it('says so when there was no time for it, and shows both', () => {
    const long = (word: string) =>
      Array.from({ length: 20_000 }, (_, index) => `${word}${(index * 7_919) % 20_011}`).join(' ');
    const [one, other] = [long('a'), long('b')];
    const diff = compareTexts(one, other, 1);
    expect(diff.by).not.toBe('words');
    expect(without(diff, 'added')).toBe(one);
    expect(without(diff, 'removed')).toBe(other);
  });
});
