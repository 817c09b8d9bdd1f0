import { expect, it } from 'vitest';
import { BoundedCache } from './bounded-cache.ts';

it('forgets what was not used for longest', () => {
  const cache = new BoundedCache<string>(10);
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  cache.get('a');
  cache.set('c', 'C', 4);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
});

it('does not keep what is heavier than all it may hold, and lets the rest stay', () => {
  const cache = new BoundedCache<string>(10);
  cache.set('a', 'A', 10);
  cache.set('b', 'B', 11);
  expect([cache.get('a'), cache.get('b')]).toEqual(['A', undefined]);
});

it('counts a replaced value once', () => {
  const cache = new BoundedCache<number>(10);
  for (let turn = 0; turn < 9; turn++) cache.set('a', turn, 5);
  cache.set('b', 1, 5);
  expect(cache.get('a')).toBe(8);
});
