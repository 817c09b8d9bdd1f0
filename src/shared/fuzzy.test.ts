import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyFinds } from './fuzzy.ts';

const texts = ['tea with milk', 'heat pump or gas', 'übersetze diese begriffe', 'minus -0 degrees'];
const found = (needle: string) => fuzzyFinds(texts, needle)?.map(({ index }) => texts[index]) ?? null;

describe('fuzzy finding', () => {
  it('takes words in any order and forgives one mistake a word', () => {
    expect(found('milk tea')).toEqual(['tea with milk']);
    expect(found('haet pump')).toEqual(['heat pump or gas']);
    expect(found('übersetz')).toEqual(['übersetze diese begriffe']);
  });

  it('takes a minus for a sign, not for leaving out', () => {
    expect(found('-milk')).toEqual(['tea with milk']);
    expect(found('-0')).toEqual(['minus -0 degrees']);
  });

  it('takes letters of a word in their order when nothing else fits', () => {
    expect(fuzzyFinds(['When to cut back lavender', 'rename'], 'lavndr')?.[0]?.index).toBe(0);
    expect(fuzzyFinds(['Delete', 'Rename session'], 'rnm')?.[0]?.index).toBe(1);
    expect(fuzzyFinds(['Delete', 'Rename session'], 'xyz')).toEqual([]);
  });

  it('finds many words in another order, and more than can be weighed', () => {
    const titles = [
      'quarterly budget planning for team',
      ...Array.from({ length: 20 }, (_, n) => `budget ${n}`),
    ];
    expect(fuzzyFinds(titles, 'team for planning budget')).toEqual([{ index: 0, ranges: [] }]);
    const many = Array.from({ length: 20 }, () => 'quarterly budget');
    expect(fuzzyFinds(many, 'budget quarterly', 5)).toHaveLength(20);
    expect(fuzzyFinds(many, 'quarterly budget', 5)?.[0]?.ranges).not.toEqual([]);
  });

  it('says that signs alone are no words', () => {
    expect([found('…'), found('-'), found('  ')]).toEqual([null, null, null]);
  });

  it('gives what fits for any needle, with ranges inside the text, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (needle, most) => {
          for (const { index, ranges } of fuzzyFinds(texts, needle, most) ?? []) {
            const length = texts[index]?.length ?? -1;
            for (const at of ranges) expect(at >= 0 && at <= length).toBe(true);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
