import { expect, it } from 'vitest';
import { titleFromAnswer } from './title-text.ts';

it.each([
  ['Tea for beginners', 'Tea for beginners'],
  ['"Tea for beginners."', 'Tea for beginners'],
  ['**Title: Tea for beginners**\n\nMore words.', 'Tea for beginners'],
  ['\n\n# „Tee für Anfänger“', 'Tee für Anfänger'],
  ['<think>They ask\nabout tea.</think>\nTea', 'Tea'],
  ['タイトル：お茶の入れ方', 'お茶の入れ方'],
  ['Wait for it...', 'Wait for it...'],
  ['Title:\nTea', 'Tea'],
])('takes the title out of %o', (answer, title) => {
  expect(titleFromAnswer(answer)).toBe(title);
});

it.each(['', '  \n ', '<think>still thinking', '""', '\u200b\u200d', 'word '.repeat(60)])(
  'finds none in %o',
  (answer) => {
    expect(titleFromAnswer(answer)).toBeNull();
  },
);

it('cuts a long one at a word', () => {
  const title = titleFromAnswer('A conversation about tea and about the many ways of making it well') ?? '';
  expect(title).toBe('A conversation about tea and about the many ways of making…');
  expect(Array.from(title).length).toBeLessThanOrEqual(60);
});
