import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWords, wordsAndSpaces } from './words.ts';

it('counts words in any writing', () => {
  expect(countWords("It's two words, or five.")).toBe(5);
  expect(countWords('今天天气')).toBeGreaterThan(0);
});

it('cuts where the segmenter does', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  const pieces = fc.constantFrom(
    '\u202f',
    '\r\n',
    '\r',
    'e\u0301',
    'a',
    'B',
    "it's",
    '3.5',
    ' ',
    '  ',
    '\n',
    '\t',
    '.',
    ',',
    'Ü',
    '中文',
    '😀',
    'שלום',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (chosen) => {
      const text = chosen.join('');
      const [ours, whole] = [wordsAndSpaces(text), segmenter.segment(text)].map((segments) =>
        Array.from(segments, ({ segment }) => segment),
      );
      expect(ours).toEqual(whole);
    }),
  );
});

it('loses nothing of a text without spaces, which is cut before it is segmented', () => {
  const text = '今天天气很好😀'.repeat(2_000);
  const segments = Array.from(wordsAndSpaces(text), ({ segment }) => segment);
  expect(segments.join('') === text).toBe(true);
  // A place where it is cut is no boundary of its own: one character more in front changes nothing behind it.
  const shifted = Array.from(wordsAndSpaces(`，${text}`), ({ segment }) => segment);
  expect(shifted).toEqual(['，', ...segments]);
});
