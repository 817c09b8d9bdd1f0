import { expect, it } from 'vitest';
import { messageActions } from './message-actions.ts';

/** Keys that go through messages, and those of a block of code come first where they are pressed. */
const taken = ['J', 'K', 'G', 'Shift+G', 'Escape', 'Enter', 'Space', 'Home', 'End'];

it('gives every key to one action only', () => {
  const keys = messageActions.flatMap(({ key }) => (key === null ? [] : [key]));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index || taken.includes(key))).toEqual([]);
});

it('has every action once', () => {
  const ids = messageActions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
