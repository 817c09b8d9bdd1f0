import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportOf, temporaryFolder } from '../db/testing/fixtures.ts';
import { createFileWriter } from './own-files.ts';

test('writes where it was told to, but never over the open database, by whatever way', async () => {
  const folder = temporaryFolder();
  const place = (name: string) => join(folder.path, name);
  const write = createFileWriter(place('parlor.db'));
  writeFileSync(place('parlor.db'), 'database');
  mkdirSync(place('out'));
  symlinkSync(place('parlor.db'), place('out/link.db'));
  symlinkSync(folder.path, place('out/folder'));
  for (const name of [
    'parlor.db',
    'parlor.db-wal',
    'parlor.db-shm',
    'out/link.db',
    'out/folder/parlor.db-wal',
  ]) {
    expect((await reportOf(() => write(place(name), 'words'))).code).toBe('write-failed');
  }
  await write(place('out/parlor.db'), 'words');
  expect(readFileSync(place('parlor.db'), 'utf8')).toBe('database');
  expect(readFileSync(place('out/parlor.db'), 'utf8')).toBe('words');
  folder.remove();
});
