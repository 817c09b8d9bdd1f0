import { expect, it } from 'vitest';
import { intentOf } from './message-keys.ts';

const press = (key: string, changes = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...changes,
});

it('goes through messages', () => {
  expect(intentOf(press('j'))).toEqual({ kind: 'step', by: 1 });
  expect(intentOf(press('k'))).toEqual({ kind: 'step', by: -1 });
  expect(intentOf(press('g'))).toEqual({ kind: 'beginning', isPlain: false });
  expect(intentOf(press('G', { shiftKey: true }))).toEqual({ kind: 'end', isPlain: false });
  expect(intentOf(press('Home'))).toEqual({ kind: 'beginning', isPlain: true });
});

it('opens the menu as everywhere', () => {
  expect(intentOf(press('F10', { shiftKey: true }))).toEqual({ kind: 'menu' });
  expect(intentOf(press('ContextMenu'))).toEqual({ kind: 'menu' });
  expect(intentOf(press('F10'))).toBeNull();
});

it('leaves to others what is theirs', () => {
  for (const key of [' ', 'Enter', 'Tab']) expect(intentOf(press(key))).toBeNull();
  for (const held of ['ctrlKey', 'metaKey', 'altKey']) {
    expect(intentOf(press('c', { [held]: true }))).toBeNull();
  }
});

it('passes on what may be the key of an action', () => {
  expect(intentOf(press('C', { shiftKey: true }))).toMatchObject({ kind: 'other' });
  expect(intentOf(press('Delete'))).toMatchObject({ kind: 'other' });
});
