import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { toDatabaseError } from './sqlite-errors.ts';

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'data-read-only'],
  ['SQLITE_READONLY_DIRECTORY', 'data-read-only'],
  ['SQLITE_CANTOPEN', 'data-read-only'],
  ['SQLITE_CORRUPT', 'database-damaged'],
  ['SQLITE_CORRUPT_INDEX', 'database-damaged'],
  ['SQLITE_NOTADB', 'database-damaged'],
  // None of these means that the file is bad.
  ['SQLITE_BUSY', 'database-failed'],
  ['SQLITE_IOERR_READ', 'database-failed'],
  ['SQLITE_NOMEM', 'database-failed'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'database-failed'],
])('calls %s %s', (code, expected) => {
  expect(toDatabaseError(new Sqlite.SqliteError('message', code), '/x').code).toBe(expected);
});

it.each([
  ['EACCES', 'data-read-only'],
  ['EROFS', 'data-read-only'],
  ['ENOSPC', 'disk-full'],
  ['EIO', 'database-failed'],
])('calls %s of the file system %s', (code, expected) => {
  expect(toDatabaseError(Object.assign(new Error('message'), { code }), '/x').code).toBe(expected);
});

it('passes on an error that has a code already', () => {
  const error = new AppError({ code: 'not-found', details: { what: 'session', id: 'x' } });
  expect(toDatabaseError(error, '/x')).toBe(error);
});
