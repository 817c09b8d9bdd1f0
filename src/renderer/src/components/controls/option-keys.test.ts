import { describe, expect, it } from 'vitest';
import { nextOption } from './option-keys.ts';

const press = (key: string, changes = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...changes,
});
const place = { active: 2, count: 5, page: 3, isFieldEmpty: false };

describe('keys in a field above a list', () => {
  it('arrows move by one and go round the ends', () => {
    expect(nextOption(press('ArrowDown'), place)).toBe(3);
    expect(nextOption(press('ArrowUp'), place)).toBe(1);
    expect(nextOption(press('ArrowDown'), { ...place, active: 4 })).toBe(0);
    expect(nextOption(press('ArrowUp'), { ...place, active: 0 })).toBe(4);
    expect(nextOption(press('ArrowDown'), { ...place, active: -1 })).toBe(0);
  });

  it('pages stop at the ends', () => {
    expect(nextOption(press('PageDown'), place)).toBe(4);
    expect(nextOption(press('PageUp'), place)).toBe(0);
  });

  it('Home and End are the field’s while there is text in it, and the list’s with Ctrl', () => {
    expect(nextOption(press('Home'), place)).toBeNull();
    expect(nextOption(press('End', { ctrlKey: true }), place)).toBe(4);
    expect(nextOption(press('Home'), { ...place, isFieldEmpty: true })).toBe(0);
  });

  it('what selects text or is a shortcut stays what it is', () => {
    expect(nextOption(press('ArrowDown', { altKey: true }), place)).toBeNull();
    expect(nextOption(press('End', { shiftKey: true, ctrlKey: true }), place)).toBeNull();
    expect(nextOption(press('a'), place)).toBeNull();
    expect(nextOption(press('ArrowDown'), { ...place, count: 0 })).toBeNull();
  });
});
