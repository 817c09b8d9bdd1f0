import { expect, it } from 'vitest';
import { promptRows } from './prompt-rows.ts';

const prompt = (id: string, folder: string, title: string) => ({
  id,
  folder,
  title,
  preview: 'Begins so',
  createdAt: 1,
  updatedAt: 1,
});
const prompts = [prompt('1', '', ''), prompt('2', 'Work', 'Mail'), prompt('3', 'Work', 'Review')];
const keys = (letters: string) => promptRows(prompts, letters).map(({ key }) => key);

it('groups prompts under their folders', () => {
  expect(keys('')).toEqual(['1', 'folder-Work', '2', '3']);
});

it('finds by title, by folder, and by the beginning of a text without a title', () => {
  expect(keys('rev')).toEqual(['3']);
  expect(keys('work')).toEqual(['2', '3']);
  expect(keys('begins')).toEqual(['1']);
  expect(keys('zzz')).toEqual([]);
});
