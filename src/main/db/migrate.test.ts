import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConnection } from './database.ts';
import { userVersion } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';
import { createDatabase } from './repository.ts';
import { codeOf, hexId, newSession, temporaryFolder } from './testing/fixtures.ts';

const laterStep: Migration = {
  version: migrations.length + 1,
  name: 'made up',
  up: (connection) => connection.exec('ALTER TABLE sessions ADD COLUMN mood TEXT'),
};
const failingStep: Migration = {
  version: migrations.length + 2,
  name: 'fails half way',
  up(connection) {
    connection.exec("UPDATE sessions SET title = 'spoilt'");
    throw new Error('a bug in a migration');
  },
};

let folder: ReturnType<typeof temporaryFolder>;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'parlor.sqlite');
});
afterEach(() => folder.remove());

function createOldFile(): void {
  const db = createDatabase(openConnection(path));
  db.createSession(newSession());
  db.updateSession({ sessionId: hexId(1), changes: { title: 'Kept' } });
  db.close();
}

function dump(file: string): unknown {
  const connection = new Sqlite(file, { readonly: true });
  const tables = connection
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name')
    .all();
  const rows = connection.prepare('SELECT * FROM sessions').all();
  const version = userVersion(connection);
  connection.close();
  return { tables, rows, version };
}

it('numbers its steps 1, 2, 3 ...', () => {
  expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
});

it('brings a file with rows to a later version and keeps them', () => {
  createOldFile();
  const connection = openConnection(path, [...migrations, laterStep]);
  expect(userVersion(connection)).toBe(laterStep.version);
  expect(connection.prepare('SELECT title, mood FROM sessions').get()).toEqual({ title: 'Kept', mood: null });
  connection.close();
});

it('copies the file beside itself before it changes it, for its owner only', () => {
  createOldFile();
  const before = dump(path);
  openConnection(path, [...migrations, laterStep]).close();
  const snapshot = `${path}.before-v${laterStep.version}`;
  expect(dump(snapshot)).toEqual(before);
  expect(statSync(snapshot).mode & 0o777).toBe(0o600);
});

it('copies nothing when there is nothing to change, or nothing yet', () => {
  openConnection(path).close();
  openConnection(path).close();
  expect(existsSync(`${path}.before-v${migrations.length}`)).toBe(false);
});

it('leaves contents and version as they were when a step fails', async () => {
  createOldFile();
  const before = dump(path);
  expect(await codeOf(() => openConnection(path, [...migrations, laterStep, failingStep]))).toBe(
    'database-failed',
  );
  expect(dump(path)).toEqual(before);
});

it('changes nothing when the copy cannot be written', async () => {
  createOldFile();
  const before = readFileSync(path);
  const inTheWay = `${path}.before-v${laterStep.version}.unfinished`;
  mkdirSync(join(inTheWay, 'folder'), { recursive: true });
  expect(await codeOf(() => openConnection(path, [...migrations, laterStep]))).toBe('database-failed');
  expect(readFileSync(path).equals(before)).toBe(true);
});
