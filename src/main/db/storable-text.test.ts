import { expect, it } from 'vitest';
import { storable } from './storable-text.ts';

it('leaves text alone, in any language', () => {
  const text = 'Grüße, 你好, \u{1FAD6}, \u{1F468}\u200D\u{1F469}\u200D\u{1F467}\n\t"quoted"';
  expect(storable(text)).toBe(text);
});

it('takes NUL characters out', () => {
  expect(storable('a\0b\0')).toBe('ab');
});

it('turns halves of surrogate pairs into U+FFFD and keeps whole pairs', () => {
  expect(storable('\uD83Ea\u{1FAD6}\uDED6')).toBe('\uFFFDa\u{1FAD6}\uFFFD');
});
