import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOfRows, placesOf, rowAtOffset, topOfRow } from './row-places.ts';

describe('rows of known heights', () => {
  it('stand one below the other', () => {
    const places = placesOf([10, 30, 20], (height) => height);
    expect([0, 1, 2, 3].map((index) => topOfRow(places, index))).toEqual([0, 10, 40, 60]);
    expect(heightOfRows(places)).toBe(60);
  });

  it('are found by where they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), fc.nat(), (heights, seed) => {
        const places = placesOf(heights, (height) => height);
        const offset = seed % heightOfRows(places);
        const index = rowAtOffset(places, offset);
        expect(topOfRow(places, index)).toBeLessThanOrEqual(offset);
        expect(topOfRow(places, index + 1)).toBeGreaterThan(offset);
      }),
    );
  });

  it('beyond the ends are the first and the last one', () => {
    const places = placesOf([10, 30], (height) => height);
    expect(rowAtOffset(places, -5)).toBe(0);
    expect(rowAtOffset(places, 1_000)).toBe(1);
    expect(
      rowAtOffset(
        placesOf([], () => 1),
        7,
      ),
    ).toBe(0);
  });
});
