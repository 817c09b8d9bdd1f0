import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain.ts';
import { movedUp } from './taken-out.ts';

const messages = ['a', 'b', 'c', 'd'].map(
  (id, index, ids) => ({ id, parentId: ids[index - 1] ?? null }) as Message,
);

describe('messages taken out of what is loaded', () => {
  it('leave those behind them another parent, one for each run', () => {
    expect(movedUp({ messages, hasNewer: false }, new Set(['a']))).toEqual(['b']);
    expect(movedUp({ messages, hasNewer: false }, new Set(['b', 'c']))).toEqual(['d']);
    expect(movedUp({ messages, hasNewer: false }, new Set(['a', 'c']))).toEqual(['b', 'd']);
  });

  it('leave nothing to be mended at an end that goes on below', () => {
    expect(movedUp({ messages, hasNewer: true }, new Set(['d']))).toEqual([]);
  });

  it('need the branch read again when its end or all of it went', () => {
    expect(movedUp({ messages, hasNewer: false }, new Set(['d']))).toBeNull();
    expect(movedUp({ messages, hasNewer: true }, new Set(['a', 'b', 'c', 'd']))).toBeNull();
  });
});
