import { expect, it } from 'vitest';
import { folderPath } from './prompt-folders.ts';

it('keeps a folder without empty parts or spaces around its names', () => {
  expect(folderPath(' Work / Mail//  to  clients / ')).toBe('Work/Mail/to clients');
  expect(folderPath(' / ')).toBe('');
  expect(folderPath('Cafe\u0301')).toBe('Caf\u00e9');
});
