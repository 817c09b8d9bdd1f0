import { expect, it } from 'vitest';
import { foldText } from './long-text.ts';

it('leaves a short text as it is', () => {
  expect(foldText('a\nb')).toEqual({ shown: 'a\nb', isFolded: false, lineCount: 2 });
});

it('shows the first forty lines of a long text', () => {
  const folded = foldText(Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n'));
  expect(folded).toMatchObject({ isFolded: true, lineCount: 100 });
  expect(folded.shown.split('\n')).toHaveLength(40);
});

it('folds one endless line', () => {
  expect(foldText('x'.repeat(10_000)).shown).toHaveLength(6_001);
});
