import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimatePictureTokens, estimateTokens } from './tokens.ts';

describe('the estimate of tokens', () => {
  // Counted with o200k_base, whose habits the vocabularies of current models share.
  it.each([
    ['The quick brown fox jumps over the lazy dog.', 10],
    ['The estimate is rough: within about a fifth for prose and code, and never a count.', 19],
    ['const total = items.reduce((sum, item) => sum + item.price, 0);', 19],
    ['今日は天気がいいから、散歩しましょう。', 12],
    ['1234567890', 4],
    ['Съешь же ещё этих мягких французских булок, да выпей чаю.', 19],
    ['Größenwahn übermannt die Donaudampfschifffahrtsgesellschaft.', 19],
  ])('is near what a model counts: %s', (text, counted) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(counted * 0.7);
    expect(estimateTokens(text)).toBeLessThanOrEqual(counted * 1.4);
  });

  it('is none for nothing, and at least one for anything seen', () => {
    expect(estimateTokens('')).toBe(0);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const tokens = estimateTokens(text);
        expect(Number.isInteger(tokens)).toBe(true);
        expect(tokens).toBeLessThanOrEqual(text.length);
        if (text.trim() !== '') expect(tokens).toBeGreaterThan(0);
      }),
    );
  });

  it('of two texts together is about the sum of both', () => {
    const words = fc
      .array(fc.constantFrom('word', 'Größe', '漢字', '42', 'f(x)', 'internationalisation'))
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (first, second) => {
        const apart = estimateTokens(first) + estimateTokens(second);
        expect(Math.abs(estimateTokens(`${first}\n${second}`) - apart)).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('counts CJK by the character, and long runs of blanks as one', () => {
    expect(estimateTokens('漢'.repeat(100))).toBe(75);
    expect(estimateTokens(' '.repeat(1_000))).toBe(1);
  });
});

describe('the estimate for a picture', () => {
  it('grows with its size', () => {
    expect(estimatePictureTokens(1, 1)).toBe(1);
    expect(estimatePictureTokens(56, 57)).toBe(6);
    expect(estimatePictureTokens(1_568, 1_568)).toBe(3_136);
  });
});
