import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileSafely } from '../transfer/write-file-safely.ts';
import { createStatisticsService } from './statistics-service.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlor-statistics-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const savesInFolder = () =>
  createStatisticsService({
    chooseSavePath: async ({ suggestedName }) => join(folder, suggestedName),
    writeFile: writeFileSafely,
  });

test('writes a table as text and a picture as it is', async () => {
  const service = savesInFolder();
  const csv = await service.save({ kind: 'csv', name: 'Tokens: a/b', text: 'Day,Tokens\r\n' });
  expect(csv.path).toBe(join(folder, 'Tokens a b.csv'));
  expect(await readFile(String(csv.path), 'utf8')).toBe('Day,Tokens\r\n');

  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);
  const png = await service.save({ kind: 'png', name: 'Speed', bytes });
  expect(new Uint8Array(await readFile(String(png.path)))).toEqual(bytes);
});

test('writes nothing when the dialog is cancelled', async () => {
  const service = createStatisticsService({ chooseSavePath: async () => null, writeFile: writeFileSafely });
  expect(await service.save({ kind: 'csv', name: 'x', text: 'y' })).toEqual({ path: null });
  expect(await readdir(folder)).toEqual([]);
});
