import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLargeJson } from './large-json.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('is what JSON.parse gives', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseLargeJson(bytesOf(text))).toEqual(JSON.parse(text));
    }),
  );
});

test('puts long texts back in their places, whatever they hold', () => {
  const long = fc
    .string({
      unit: fc.oneof(fc.constantFrom('"', '\\', '\\"', 'é', '😀', '\n', 'x')),
      minLength: 1,
      maxLength: 5,
    })
    .map((unit) => unit.repeat(Math.ceil(1_000_001 / unit.length)));
  fc.assert(
    fc.property(long, long, fc.jsonValue(), (one, other, value) => {
      const whole = { one, inside: [{ other, value }, 'short'], [`k${one.slice(0, 9)}`]: 1 };
      expect(JSON.stringify(parseLargeJson(bytesOf(JSON.stringify(whole)))) === JSON.stringify(whole)).toBe(
        true,
      );
    }),
    { numRuns: 15 },
  );
});

test('leaves the name of a field, however long it is', () => {
  const name = 'k'.repeat(1_000_001);
  expect(Object.keys(parseLargeJson(bytesOf(`{"${name}" \n: 1}`)) as object)[0] === name).toBe(true);
});

test.each([
  '',
  '{',
  '{"a": "b',
  '"\\',
  '["a" "b"]',
  `{"a": "${'x'.repeat(1_100_000)}`,
  `["${'\\'.repeat(1_100_001)}"]`,
])('refuses what is cut off or wrong (%#)', (text) => {
  expect(() => parseLargeJson(bytesOf(text))).toThrow();
});

test('refuses what is not UTF-8', () => {
  expect(() => parseLargeJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow();
});
