import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesWith, sumOfFiles, toggled } from './folder-selection.ts';
import { stepInRow } from './step-in-row.ts';
import { textParts } from './text-parts.ts';

describe('a long text in parts', () => {
  it('is the same text, cut after lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '😀', ' ') }),
        fc.integer({ min: 2, max: 20 }),
        (text, length) => {
          const parts = textParts(text, length);
          expect(parts.join('')).toBe(text);
          // It throws for half a character.
          for (const part of parts) encodeURIComponent(part);
        },
      ),
    );
    expect(textParts('one\ntwo\nthree', 6)).toEqual(['one\n', 'two\n', 'three']);
    expect(textParts('', 6)).toEqual([]);
  });
});

describe('files of a folder', () => {
  const files = [
    { path: 'src/Main.ts', sizeBytes: 400 },
    { path: 'photo.JPG', sizeBytes: 1_000_000 },
    { path: 'docs/read me.md', sizeBytes: 10 },
  ];

  it('add up, and what no size tells is not guessed', () => {
    const all = new Set(files.map(({ path }) => path));
    expect(sumOfFiles(files, all)).toEqual({ count: 3, sizeBytes: 1_000_410, tokens: 103 });
    expect(sumOfFiles(files, toggled(all, 'src/Main.ts'))).toMatchObject({ count: 2, tokens: 3 });
    expect(toggled(new Set(), 'a')).toEqual(new Set(['a']));
  });

  it('are found by any part of their path', () => {
    expect(filesWith(files, ' main')).toEqual([files[0]]);
    expect(filesWith(files, '')).toEqual(files);
    expect(filesWith(files, 'zzz')).toEqual([]);
  });
});

it('keys walk a row and stop at its ends', () => {
  expect(stepInRow('ArrowRight', 1, 2)).toBe(1);
  expect(stepInRow('ArrowLeft', 1, 2)).toBe(0);
  expect(stepInRow('Home', 1, 2)).toBe(0);
  expect(stepInRow('End', 0, 2)).toBe(1);
  expect(stepInRow('a', 0, 2)).toBeNull();
});
