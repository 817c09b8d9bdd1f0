import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { applicationId } from '../src/main/db/migrate.ts';
import { expect, test } from './fixtures/parlor.ts';
import { runToExit } from './fixtures/run-to-exit.ts';

test('a database of a newer Parlor is refused by name and left as it is', async ({ folder }) => {
  const path = join(folder, 'parlor.db');
  const newer = new Sqlite(path);
  newer.pragma(`application_id = ${applicationId}`);
  newer.pragma('user_version = 9999');
  newer.exec(
    "CREATE TABLE future (id INTEGER PRIMARY KEY, note TEXT); INSERT INTO future VALUES (1, 'kept')",
  );
  newer.close();
  const before = await readFile(path);

  const { exitCode, stderr } = await runToExit(folder);
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain('9999');
  expect(stderr).toContain(path);
  expect(await readFile(path)).toEqual(before);
});

test('a file that is no database is refused and left as it is', async ({ folder }) => {
  const path = join(folder, 'parlor.db');
  await writeFile(path, 'this is not a database, but somebody may still want it'.repeat(200));
  const before = await readFile(path);

  const { exitCode, stderr } = await runToExit(folder);
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain('Parlor cannot start');
  expect(await readFile(path)).toEqual(before);
});

test('a data folder that cannot be one is told and ends the start', async ({ folder }) => {
  const path = join(folder, 'a-file');
  await writeFile(path, '');
  const { exitCode, stderr } = await runToExit(path);
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain('Parlor cannot start');
});

test('a database place that cannot be written is told and ends the start', async ({ folder }) => {
  await mkdir(join(folder, 'parlor.db'));
  const { exitCode, stderr } = await runToExit(folder);
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain('Parlor cannot start');
});
