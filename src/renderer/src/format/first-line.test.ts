import { expect, it } from 'vitest';
import { firstLineOf } from './first-line.ts';

it('gives the first line that says something', () => {
  expect(firstLineOf('\n\n## A *heading*\n\nText')).toBe('A heading');
  expect(firstLineOf('> - quoted `code`')).toBe('quoted code');
  expect(firstLineOf('---\nText')).toBe('Text');
  expect(firstLineOf('---')).toBe('---');
  expect(firstLineOf('')).toBe('');
});

it('is never long', () => {
  expect(firstLineOf('x'.repeat(1_000_000))).toHaveLength(200);
});
