import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from './file-name.ts';

const id = 'a1b2c3d4e5';

test.each([
  ['Green or black tea?', 'Green or black tea a1b2c3d4e5'],
  ['Äpfel & 紅茶 🍵', 'Äpfel & 紅茶 🍵 a1b2c3d4e5'],
  ['', 'session a1b2c3d4e5'],
  ['???', 'session a1b2c3d4e5'],
  ['../../etc/passwd', 'etc passwd a1b2c3d4e5'],
  ['C:\\Windows\\x', 'C Windows x a1b2c3d4e5'],
  ['.hidden', 'hidden a1b2c3d4e5'],
  ['-rf ~', 'rf ~ a1b2c3d4e5'],
  ['ends with dots... ', 'ends with dots a1b2c3d4e5'],
  ['two\nlines\tand\u0000more', 'two lines andmore a1b2c3d4e5'],
  ['CON', '_CON a1b2c3d4e5'],
  ['con.txt', '_con.txt a1b2c3d4e5'],
  ['COM1 .log', '_COM1 .log a1b2c3d4e5'],
  ['in\u202Evoice\u200B\uFEFF', 'invoice a1b2c3d4e5'],
  ['e\u0301', 'é a1b2c3d4e5'],
])('makes %j into %j', (title, name) => {
  expect(safeFileName(title, id)).toBe(name);
});

test('cuts at a whole character', () => {
  expect(safeFileName('🍵'.repeat(100), id)).toBe(`${'🍵'.repeat(47)} ${id}`);
  expect(safeFileName('a'.repeat(200), id)).toBe(`${'a'.repeat(89)} ${id}`);
});

test('leaves the id out when nothing of it is usable', () => {
  expect(safeFileName('Tea', '../..')).toBe('Tea');
  expect(safeFileName('CON', '..')).toBe('_CON');
});

const nastyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '..',
        '/',
        '\\',
        'CON',
        'nul',
        'COM1',
        '.',
        ' ',
        '\u202E',
        '\u200D',
        '\uD800',
        '🍵',
        '\n',
        '~',
      ),
    ),
  )
  .map((pieces) => pieces.join(''));

test('is safe for any title and any id', () => {
  fc.assert(
    fc.property(nastyText, fc.oneof(fc.constant(id), nastyText), (title, anyId) => {
      const name = safeFileName(title, anyId);
      expect(name).not.toBe('');
      expect(name).not.toMatch(/[<>:"/\\|?*]|[. ]$|^[. -]/);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i);
      expect(Array.from(name).length).toBeLessThanOrEqual(100);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    }),
    { numRuns: 1_000 },
  );
});

test('tells two sessions of the same title apart', () => {
  fc.assert(
    fc.property(nastyText, (title) => {
      expect(safeFileName(title, 'a1b2c3d4e5')).not.toBe(safeFileName(title, 'a1b2c3d4e6'));
    }),
  );
});
