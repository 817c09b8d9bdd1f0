import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enterInto, longestWhole, partAfter, partAround, partBefore, placeOf } from './draft-part.ts';

const line = 'A line of a long text, with 😀 in it.\n';
const long = line.repeat(10_000);
const oneLine = '😀'.repeat(200_000);

const piece = fc.oneof(fc.constant(line), fc.constant('\n'), fc.constant('😀'.repeat(3_000)), fc.string());
const text = fc
  .array(piece, { minLength: 1, maxLength: 40 })
  .chain((pieces) => fc.integer({ min: 1, max: 60 }).map((times) => pieces.join('').repeat(times)));

const isWhole = (shown: string) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(shown);

describe('a part of a long draft', () => {
  it('is all of a short one', () => {
    expect(partAround('Hello', 2)).toEqual({ from: 0, to: 5 });
  });

  it('begins and ends at lines, and never inside a character', () => {
    const { from, to } = partAround(long, 200_000);
    expect([long[from - 1], long[to - 1]]).toEqual(['\n', '\n']);
    const inLine = partAround(oneLine, 200_001);
    expect(isWhole(oneLine.slice(inLine.from, inLine.to))).toBe(true);
  });

  it('has the place it was asked for, short enough, wherever that is', () => {
    fc.assert(
      fc.property(text, fc.nat(), (whole, at) => {
        const place = whole.length === 0 ? 0 : at % (whole.length + 1);
        const { from, to } = partAround(whole, place);
        expect(from).toBeLessThanOrEqual(place);
        expect(to).toBeGreaterThanOrEqual(Math.min(place, whole.length));
        expect(to - from).toBeLessThanOrEqual(longestWhole);
      }),
    );
  });

  it('leads through all of the text, forth and back', () => {
    for (const whole of [long, oneLine]) {
      let part = partAround(whole, 0);
      let read = whole.slice(0, part.to);
      let steps = 1;
      for (; part.to < whole.length; steps += 1) {
        part = partAfter(whole, part);
        read += whole.slice(part.from, part.to);
      }
      expect(read === whole).toBe(true);
      expect(placeOf(whole, part).part).toBe(placeOf(whole, part).of);
      for (; part.from > 0; steps -= 1) part = partBefore(whole, part);
      expect(steps).toBeLessThan(4);
    }
  });

  it('changes the text where it is and nowhere else', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.string(), (whole, at, typed) => {
        const part = partAround(whole, whole.length === 0 ? 0 : at % whole.length);
        const shown = whole.slice(part.from, part.to);
        const entered = `${shown}${typed}`;
        const after = enterInto(whole, part, entered, entered.length);
        expect(after.text === whole.slice(0, part.from) + entered + whole.slice(part.to)).toBe(true);
        expect(after.part.to - after.part.from).toBeLessThanOrEqual(longestWhole);
      }),
    );
  });

  it('that was emptied shows what is left around it', () => {
    const part = partAround(long, 200_000);
    const after = enterInto(long, part, '', 0);
    expect(after.text.length).toBe(long.length - (part.to - part.from));
    expect(after.part.to - after.part.from).toBeGreaterThan(10_000);
    expect(after.part.from).toBeLessThan(part.from);
  });

  it('keeps the caret where one types when the field shows another part than was entered', () => {
    const whole = 'x'.repeat(longestWhole);
    const grown = enterInto(whole, partAround(whole, 0), `a${whole}`, 1);
    expect([grown.part.from, grown.caret]).toEqual([0, 1]);
    expect(grown.part.to).toBeLessThan(longestWhole);

    const first = partAround(grown.text, 0);
    const shrunk = enterInto(grown.text, first, grown.text.slice(2, first.to), 0);
    expect(shrunk).toMatchObject({ part: { from: 0, to: longestWhole - 1 }, caret: 0 });
  });

  it('leaves the caret to the field as long as that shows what was entered', () => {
    expect(enterInto('Hello', { from: 0, to: 5 }, 'Hello!', 6).caret).toBeNull();
    const part = partAround(long, 200_000);
    const shown = long.slice(part.from, part.to);
    expect(enterInto(long, part, `${shown}!`, shown.length + 1).caret).toBeNull();
  });

  it('is cut anew around the caret when very much is put into it', () => {
    const after = enterInto('See: end', { from: 0, to: 8 }, `See: ${long}end`, 5 + long.length);
    expect(after.text.slice(after.part.from, after.part.to).endsWith('end')).toBe(true);
    expect(after.part.from).toBeGreaterThan(longestWhole);
  });
});
