import { describe, expect, it } from 'vitest';
import { needsOlder, stepNewer, stepOlder, walkFrom, withOlder } from './prompt-walk.ts';

const shown = (walk: { texts: readonly string[]; at: number } | null) => walk?.texts[walk.at];

describe('a walk through what was sent', () => {
  it('goes back one text at a time and comes back to the draft', () => {
    const begun = withOlder(walkFrom([]), ['two', 'one'], null);
    const back = stepOlder(stepOlder(begun));
    expect([shown(stepOlder(begun)), shown(back)]).toEqual(['two', 'one']);
    const forth = stepNewer(back);
    expect(shown(forth)).toBe('two');
    expect(forth && stepNewer(forth)).toBeNull();
  });

  it('stays at the oldest', () => {
    const walk = stepOlder(withOlder(walkFrom([]), ['one'], null));
    expect(stepOlder(walk)).toEqual(walk);
    expect(needsOlder(walk)).toBe(false);
  });

  it('reads on only when it has to', () => {
    const walk = withOlder(walkFrom([]), ['three', 'two'], 7);
    expect([needsOlder(walkFrom([])), needsOlder(walk), needsOlder(stepOlder(stepOlder(walk)))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('has a text once where pages meet', () => {
    const walk = withOlder(withOlder(walkFrom(['draft']), ['draft', 'two'], 7), ['two', 'one'], null);
    expect(walk.texts).toEqual(['draft', 'two', 'one']);
  });

  it('has nothing to show when nothing was ever sent', () => {
    expect(shown(stepOlder(withOlder(walkFrom([]), [], null)))).toBeUndefined();
  });
});
