import { describe, expect, it } from 'vitest';
import type { TrashItem } from '#shared/contract/trash.ts';
import {
  daysLeft,
  extended,
  indexOfActive,
  keyOf,
  neighbourOf,
  nothingSelected,
  stillThere,
  toggled,
} from './trash-state.ts';

const items: readonly TrashItem[] = [1, 2, 3, 4].map((tagId) => ({
  thing: { kind: 'tag', tagId },
  title: `Tag ${tagId}`,
  sessionTitle: null,
  count: 0,
  trashedAt: 0,
}));

describe('selecting in the trash', () => {
  it('takes one in and out', () => {
    const one = toggled(nothingSelected, 'tag:2');
    expect([...one.keys]).toEqual(['tag:2']);
    expect([...toggled(one, 'tag:2').keys]).toEqual([]);
  });

  it('takes a range from the last one chosen, in either direction', () => {
    const one = toggled(nothingSelected, 'tag:3');
    expect([...extended(one, items, 'tag:4').keys]).toEqual(['tag:3', 'tag:4']);
    expect([...extended(extended(one, items, 'tag:4'), items, 'tag:1').keys]).toEqual([
      'tag:1',
      'tag:2',
      'tag:3',
    ]);
    expect([...extended(nothingSelected, items, 'tag:2').keys]).toEqual(['tag:2']);
  });

  it('forgets what is gone', () => {
    const all = extended(toggled(nothingSelected, 'tag:1'), items, 'tag:4');
    expect([...stillThere(all, items.slice(1, 3)).keys]).toEqual(['tag:2', 'tag:3']);
    expect(keyOf({ kind: 'branch', sessionId: 's', messageId: 'm' })).toBe('branch:s:m');
  });
});

describe('the row with the keyboard', () => {
  const keyAt = (index: number) => keyOf(items[index]?.thing ?? { kind: 'tag', tagId: 0 });

  it('stays with its thing when the list is read anew', () => {
    expect(indexOfActive(items.slice(1), { key: keyAt(2), index: 2 })).toBe(1);
    expect(indexOfActive([...items].reverse(), { key: keyAt(0), index: 0 })).toBe(3);
  });

  it('is what took the place of a thing that is gone', () => {
    expect(indexOfActive(items.slice(0, 2), { key: keyAt(3), index: 3 })).toBe(1);
    expect(indexOfActive(items, { key: null, index: 0 })).toBe(0);
    expect(indexOfActive([], { key: keyAt(0), index: 0 })).toBe(-1);
  });

  it('goes to the neighbour of what leaves: the next one, else the one before', () => {
    expect(neighbourOf(items, 1, items.slice(1, 2))).toEqual({ key: keyAt(2), index: 1 });
    expect(neighbourOf(items, 0, items.slice(0, 2))).toEqual({ key: keyAt(2), index: 0 });
    expect(neighbourOf(items, 3, items.slice(2))).toEqual({ key: keyAt(1), index: 1 });
    expect(neighbourOf(items, 1, items)).toEqual({ key: null, index: 0 });
  });
});

describe('the days that are left', () => {
  const day = 86_400_000;
  it.each([
    [0, 30, 0, 30],
    [0, 30, day / 2, 30],
    [0, 30, 29.5 * day, 1],
    [0, 30, 40 * day, 0],
    [0, null, 40 * day, null],
  ])('of %i with %s days at %d are %s', (at, trashDays, now, expected) => {
    expect(daysLeft(at, trashDays, now)).toBe(expected);
  });
});
