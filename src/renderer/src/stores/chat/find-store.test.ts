import { describe, expect, it } from 'vitest';
import { nearestOccurrence, occurrenceAt, totalOf, versionOf } from './find-store.ts';

const matches = [
  { messageId: 'a', count: 2 },
  { messageId: 'c', count: 1 },
  { messageId: 'f', count: 3 },
];

describe('occurrences of a branch', () => {
  it('are counted over all messages', () => {
    expect(totalOf(matches)).toBe(6);
    expect(totalOf([])).toBe(0);
  });

  it('are found by their number', () => {
    expect(occurrenceAt(matches, 1)).toEqual({ messageId: 'a', occurrence: 1 });
    expect(occurrenceAt(matches, 2)).toEqual({ messageId: 'c', occurrence: 0 });
    expect(occurrenceAt(matches, 5)).toEqual({ messageId: 'f', occurrence: 2 });
    expect(occurrenceAt(matches, 6)).toBeUndefined();
  });
});

describe('what is counted', () => {
  it('is counted again after a message and on another branch, not otherwise', () => {
    const version = versionOf({ updatedAt: 1, activeLeafId: 'a' });
    expect(versionOf({ updatedAt: 1, activeLeafId: 'a' })).toBe(version);
    expect(versionOf({ updatedAt: 2, activeLeafId: 'a' })).not.toBe(version);
    expect(versionOf({ updatedAt: 1, activeLeafId: 'b' })).not.toBe(version);
  });
});

describe('the occurrence to begin with', () => {
  it('is the first one in or below what is seen', () => {
    expect(nearestOccurrence(matches, ['a', 'b', 'c', 'd'], 'b')).toBe(2);
    expect(nearestOccurrence(matches, ['a', 'b', 'c', 'd'], 'a')).toBe(0);
  });

  it('is the first one below what is loaded when there is none in it', () => {
    expect(nearestOccurrence(matches, ['b', 'c', 'd'], 'd')).toBe(3);
  });

  it('is the last one above when there is none below', () => {
    expect(nearestOccurrence(matches, ['f', 'g', 'h'], 'g')).toBe(5);
    expect(nearestOccurrence(matches, ['x', 'y'], 'y')).toBe(5);
    expect(nearestOccurrence([], ['x'], 'x')).toBeNull();
  });
});
