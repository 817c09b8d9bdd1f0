import { expect, it } from 'vitest';
import { rovingTarget } from './roving.ts';

it.each([
  ['ArrowDown', 1, 2],
  ['ArrowDown', 3, 3],
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 0],
  ['Home', 3, 0],
  ['End', 0, 3],
  ['Enter', 1, undefined],
  ['ArrowDown', -1, undefined],
])('leads %s from row %i of four to %s', (key, index, expected) => {
  expect(rovingTarget(key, index, 4)).toBe(expected);
});
