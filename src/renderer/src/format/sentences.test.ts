import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthOfWholeSentences, piecesOf, sentencesOf } from './sentences.ts';

it('cuts a text where its sentences end', () => {
  expect(sentencesOf('One. Two? Three')).toEqual(['One. ', 'Two? ', 'Three']);
  expect(sentencesOf('第一句。第二句。')).toEqual(['第一句。', '第二句。']);
});

it('holds back the sentence that may go on', () => {
  const text = 'One is done. Two is n';
  expect(text.slice(0, lengthOfWholeSentences(text))).toBe('One is done. ');
  expect(lengthOfWholeSentences('A heading\n')).toBe(10);
  expect(lengthOfWholeSentences('')).toBe(0);
});

it('cuts where the segmenter does', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  const pieces = fc.constantFrom('One', ' two', '. ', '?', '\n', '\r', '\u2028', '\u0085', '。', '"', 'a.b');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (chosen) => {
      const text = chosen.join('');
      expect(sentencesOf(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
    }),
  );
});

it('makes pieces of sentences, none too long and none lost', () => {
  expect(piecesOf('One. Two. Three.', 10)).toEqual(['One. Two.', 'Three.']);
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      const pieces = piecesOf(text, 40);
      expect(pieces.every((piece) => piece.length <= 40)).toBe(true);
      expect(pieces.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});
