import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Base64, inLargePieces, jsonPieces, Later } from './json-pieces.ts';

const written = (value: unknown) => [...inLargePieces(jsonPieces(value))].join('');

test('is what JSON.stringify gives, whatever comes later', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const whole = JSON.stringify(value, null, 2);
      expect(written(value)).toBe(whole);
      expect(written(new Later(() => value))).toBe(whole);
      expect(written(allLater(value))).toBe(whole);
    }),
  );
});

test('is the same for long texts, wherever a pair of surrogates stands', () => {
  const text = fc
    .tuple(fc.nat(3), fc.string({ unit: 'binary', minLength: 1 }))
    .map(([shift, unit]) => 'x'.repeat(shift) + `${unit}😀\uD800`.repeat(40_000));
  fc.assert(
    fc.property(text, (long) => {
      // Compared here: nobody wants to read the difference.
      expect(written({ long, short: [1] }) === JSON.stringify({ long, short: [1] }, null, 2)).toBe(true);
    }),
    { numRuns: 5 },
  );
});

test('writes bytes as Base64, also a part of a larger buffer', () => {
  const all = Buffer.alloc(500_000, 'abcdefg');
  for (const length of [0, 1, 2, 3, 196_608, 196_609, 400_001]) {
    const bytes = new Uint8Array(all.buffer, all.byteOffset + 5, length);
    expect(written({ bytes: new Base64(bytes) })).toBe(
      JSON.stringify({ bytes: Buffer.from(bytes).toString('base64') }, null, 2),
    );
  }
});

test('leaves out what is not there, as JSON does', () => {
  const value = { absent: undefined, later: new Later(() => ({ absent: undefined, here: 1 })) };
  expect(written(value)).toBe(JSON.stringify({ later: { here: 1 } }, null, 2));
});

/** Every value inside behind a `Later`. */
function allLater(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return new Later(() => value);
  // An empty object with something later in it does not exist.
  if (Object.keys(value).length === 0) return new Later(() => value);
  if (Array.isArray(value)) return value.map(allLater);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, allLater(each)]));
}
