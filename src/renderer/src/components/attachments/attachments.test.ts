import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attachment, InstalledModel } from '#shared/domain.ts';
import { tokensToSend } from '../../stores/chat/draft-files.ts';
import { problemOf, spokenName } from './attachment-facts.ts';
import { filesWith, sumOfFiles, toggled } from './folder-selection.ts';
import { nameParts } from './name-parts.ts';
import { pictureAudience } from './picture-audience.ts';
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

describe('pictures', () => {
  const installed = [
    { name: 'sees', capabilities: ['completion', 'vision'] },
    { name: 'blind', capabilities: ['completion'] },
    { name: 'unknown', capabilities: null },
  ] as unknown as readonly InstalledModel[];
  const file = (kind: Attachment['kind'], tokenEstimate: number): Attachment => ({
    id: kind,
    kind,
    name: `a.${kind}`,
    mime: '',
    sizeBytes: 1,
    width: null,
    height: null,
    pageCount: null,
    textLength: kind === 'image' ? null : 3,
    tokenEstimate,
  });

  it('reach the models that can see, and those nothing is known of', () => {
    expect(pictureAudience(installed, ['blind'])).toEqual({ blind: ['blind'], isSomebody: false });
    expect(pictureAudience(installed, ['sees'])).toEqual({ blind: [], isSomebody: true });
    expect(pictureAudience(installed, ['unknown'])).toEqual({ blind: [], isSomebody: true });
    expect(pictureAudience(installed, ['blind', 'sees'])).toEqual({ blind: ['blind'], isSomebody: true });
    expect(pictureAudience(installed, [])).toEqual({ blind: [], isSomebody: true });
  });

  it('count only where they are sent, and say when they are not', () => {
    const files = [file('image', 1_000), file('text', 7), file('image', 500)];
    expect(tokensToSend(files, true)).toBe(1_507);
    expect(tokensToSend(files, false)).toBe(7);
    expect(problemOf(file('image', 1), false)).toBe('will not be sent');
    expect(spokenName(file('image', 1), false)).toContain('will not be sent');
    expect(problemOf(file('image', 1))).toBeNull();
  });
});

it('names are cut so that their end stays, and never inside words from right to left', () => {
  expect(nameParts('a/b/report of the year (3).pdf')).toEqual({
    head: 'report of the yea',
    tail: 'r (3).pdf',
  });
  expect(nameParts('a.txt')).toEqual({ head: '', tail: 'a.txt' });
  expect(nameParts('報告書の最終版.txt')).toEqual({ head: '報告', tail: '書の最終版.txt' });
  expect(nameParts('تقرير عن الشاي.txt')).toEqual({ head: 'تقرير عن الشاي', tail: '.txt' });
  expect(nameParts('تقرير')).toEqual({ head: 'تقرير', tail: '' });
});

it('keys walk a row and stop at its ends', () => {
  expect(stepInRow('ArrowRight', 1, 2)).toBe(1);
  expect(stepInRow('ArrowLeft', 1, 2)).toBe(0);
  expect(stepInRow('Home', 1, 2)).toBe(0);
  expect(stepInRow('End', 0, 2)).toBe(1);
  expect(stepInRow('a', 0, 2)).toBeNull();
});
