import { beforeEach, expect, it } from 'vitest';
import { useMessageSelection } from './message-selection-store.ts';

const store = () => useMessageSelection.getState();
const chosen = () => [...store().selection.ids];
const loaded = ['a', 'b', 'c', 'd'];

beforeEach(() => store().end());

it('begins with a message, or only at it', () => {
  store().begin('s', 'b', true);
  expect(chosen()).toEqual(['b']);
  store().begin('s', 'b', false);
  expect(chosen()).toEqual([]);
  store().extendTo('c', loaded);
  expect(chosen()).toEqual(['b', 'c']);
});

it('lets the rest of a range go when it gets shorter or turns round', () => {
  store().begin('s', 'b', true);
  store().extendTo('d', loaded);
  store().extendTo('c', loaded);
  expect(chosen()).toEqual(['b', 'c']);
  store().extendTo('a', loaded);
  expect(chosen().sort()).toEqual(['a', 'b']);
});

it('begins a range anew where the one it began at is not loaded any more', () => {
  store().begin('s', 'z', true);
  store().extendTo('c', loaded);
  expect(chosen()).toEqual(['z', 'c']);
});

it('knows that a whole branch was chosen until one of it is let go', () => {
  store().begin('s', 'b', false);
  store().chooseAll('s', loaded);
  expect(chosen()).toEqual(loaded);
  expect(store().wholeUntil).toBe('d');
  store().toggle('a');
  expect(chosen()).toEqual(['b', 'c', 'd']);
  expect(store().wholeUntil).toBeNull();
});
