import { describe, expect, it } from 'vitest';
import { candidates, gone, parseRecency, stepped, used } from './recency.ts';

describe('sessions by use', () => {
  it('come to the front when they are looked at', () => {
    expect(used(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b']);
    const same = ['a', 'b'];
    expect(used(same, 'a')).toBe(same);
    expect(
      used(
        Array.from({ length: 50 }, (_, index) => `s${index}`),
        'new',
      ),
    ).toHaveLength(50);
  });

  it('lose those that are gone', () => {
    expect(gone(['a', 'b', 'c'], ['b', 'x'])).toEqual(['a', 'c']);
  });

  it('survive a restart, whatever was remembered', () => {
    expect(parseRecency('["aaaaaaaaaa", 3, "x", "bbbbbbbbbb"]')).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb']);
    for (const json of [null, '', '{', '{}', 'null']) expect(parseRecency(json)).toEqual([]);
  });
});

describe('what a held Ctrl walks through', () => {
  const known = new Map(['a', 'b', 'd', 'e'].map((id) => [id, { id }]));

  it('is what was used, without what is gone, then what else there is', () => {
    const list = candidates(['b', 'gone', 'a'], (id) => known.get(id), [
      { id: 'a' },
      { id: 'd' },
      { id: 'e' },
    ]);
    expect(list.map(({ id }) => id)).toEqual(['b', 'a', 'd', 'e']);
  });

  it('goes round its ends', () => {
    expect(stepped(0, 1, 3)).toBe(1);
    expect(stepped(2, 1, 3)).toBe(0);
    expect(stepped(0, -1, 3)).toBe(2);
    expect(stepped(0, 1, 0)).toBe(0);
  });
});
