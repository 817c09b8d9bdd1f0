import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tagWords } from './tag-words.ts';
import { quoted } from './words.ts';

it('takes away what stands behind a minus, and gives the rest', () => {
  expect(tagWords('work, -"to read" --tea "-5"')).toEqual({
    add: ['work', '-5'],
    remove: ['to read', 'tea'],
  });
});

it('brings every name in quotes back on its own side', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((each) => !each.startsWith('-'));
  fc.assert(
    fc.property(fc.array(name), fc.array(name), (add, remove) => {
      const line = [...add.map(quoted), ...remove.map((each) => `-${quoted(each)}`)].join(' ');
      expect(tagWords(line)).toEqual({ add, remove });
    }),
  );
});
