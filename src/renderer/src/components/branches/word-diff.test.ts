import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLayout } from './diff-rows.ts';
import { asMarkedText, compareTexts, type DiffPart } from './word-diff.ts';

const without = (parts: readonly DiffPart[], kind: 'added' | 'removed') =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

const compare = (older: string, newer: string) => compareTexts(older, newer, 1_000);
const long = (word: string) =>
  Array.from({ length: 20_000 }, (_, index) => `${word}${(index * 7_919) % 20_011}`).join(' ');
const pieces = fc.array(
  fc.constantFrom('a', 'b', 'the', ' ', '\n', '  ', '\t', '.', 'Ü', '中文', '😀', 'שלום', 'مرحبا'),
  { maxLength: 40 },
);

describe('the difference of two texts', () => {
  it('marks the words that went and the words that came', () => {
    const { by, wordsAdded, wordsRemoved } = compare('The quick fox jumps.', 'The slow old fox jumps.');
    expect({ by, wordsAdded, wordsRemoved }).toEqual({ by: 'words', wordsAdded: 2, wordsRemoved: 1 });
  });

  it('holds both texts whole, line breaks and spaces included', () => {
    fc.assert(
      fc.property(pieces, pieces, (one, other) => {
        const { parts } = compare(one.join(''), other.join(''));
        expect(without(parts, 'added')).toBe(one.join(''));
        expect(without(parts, 'removed')).toBe(other.join(''));
      }),
    );
  });

  it('reads words replaced one after the other as a phrase', () => {
    expect(asMarkedText(compare('so it was quite bad here', 'so we are very well here').parts)).toBe(
      'so [-it was quite bad-]{+we are very well+} here',
    );
  });

  it('knows when only spaces are different, or only signs', () => {
    expect(compare('a b\nc', 'a  b c')).toMatchObject({ isOnlySpace: true, wordsAdded: 0, wordsRemoved: 0 });
    expect(compare('a, b', 'a; b')).toMatchObject({ isOnlySpace: false, wordsAdded: 0, wordsRemoved: 0 });
  });

  it('counts words where none are written with spaces, and from right to left', () => {
    expect(compare('今天天气很好', '明天天气很好').wordsAdded).toBe(1);
    expect(compare('שלום עולם', 'שלום לכם').wordsRemoved).toBe(1);
  });

  it('has one side alone where the other is empty', () => {
    expect(compare('', 'all new').parts).toEqual([{ kind: 'added', text: 'all new' }]);
    expect(compare('all gone', '').parts).toEqual([{ kind: 'removed', text: 'all gone' }]);
  });

  it('says so when there was no time for it, and shows both', () => {
    const [one, other] = [long('a'), long('b')];
    const diff = compareTexts(one, other, 1);
    expect(diff.by).not.toBe('words');
    expect(without(diff.parts, 'added')).toBe(one);
    expect(without(diff.parts, 'removed')).toBe(other);
  });
});

describe('the paragraphs of a comparison', () => {
  it('hold everything but the line breaks that begin them, and number the changes', () => {
    fc.assert(
      fc.property(pieces, pieces, (one, other) => {
        const { parts } = compare(one.join(''), other.join(''));
        const { blocks, changes } = diffLayout(parts);
        const rows = blocks.flatMap((block) => block.rows);
        expect(
          rows
            .map((row) => without(row.parts, 'removed'))
            .join('\n')
            .trimEnd(),
        ).toBe(other.join('').trimEnd());
        const numbers = new Set(
          rows.flatMap((row) => row.parts.flatMap(({ change }) => (change === null ? [] : [change]))),
        );
        expect([...numbers]).toEqual(Array.from({ length: changes }, (_, index) => index));
      }),
    );
  });

  it('are cut when they are long, each block knowing its changes', () => {
    const parts = Array.from(
      { length: 3_000 },
      (_, index): DiffPart => ({
        kind: index % 2 === 0 ? 'same' : 'added',
        text: `${index} `,
      }),
    );
    const { blocks, changes } = diffLayout(parts);
    expect(changes).toBe(1_500);
    expect(Math.max(...blocks.map(({ rows }) => rows.flatMap((row) => row.parts).length))).toBeLessThan(500);
    blocks.forEach(({ firstChange, endChange }, index) => {
      expect(firstChange).toBe(blocks[index - 1]?.endChange ?? 0);
      expect(endChange).toBeGreaterThan(firstChange);
    });
  });

  it('go on in further rows where one change is very long, both sides beside each other', () => {
    const parts: readonly DiffPart[] = [
      { kind: 'same', text: `Before ${'x'.repeat(10_000)}` },
      { kind: 'removed', text: 'went '.repeat(20_000) },
      { kind: 'added', text: 'came '.repeat(8_000) },
      { kind: 'same', text: 'after' },
    ];
    const { blocks, changes } = diffLayout(parts);
    expect(changes).toBe(1);
    const rows = blocks.flatMap((block) => block.rows);
    const all = rows.flatMap((row) => row.parts);
    for (const { kind, text } of parts) {
      expect(
        all
          .filter((part) => part.kind === kind)
          .map((part) => part.text)
          .join(''),
      ).toContain(text);
    }
    expect(Math.max(...all.map(({ text }) => text.length))).toBeLessThanOrEqual(2_000);
    const beside = rows.filter((row) =>
      row.parts
        .map(({ kind }) => kind)
        .join()
        .endsWith('removed,added'),
    );
    expect(beside).toHaveLength(21);
    expect(
      new Set(blocks.slice(2).map(({ firstChange, endChange }) => `${firstChange} ${endChange}`)),
    ).toEqual(new Set(['0 1']));
  });
});
