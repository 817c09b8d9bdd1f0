import Sqlite from 'better-sqlite3';
import { AppError, type ErrorReport, messageOf } from '#shared/errors.ts';

/**
 * What SQLite or the file system threw, as an error of Parlor. The classes are narrow on purpose: a file is called
 * damaged only for the codes that mean nothing else, so that nobody restores a backup because of a full disk.
 */
export function toDatabaseError(thrown: unknown, path: string): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError(reportOf(thrown, path), { cause: thrown });
}

function reportOf(thrown: unknown, path: string): ErrorReport {
  const detail = messageOf(thrown);
  const code = codeOf(thrown);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return { code: 'disk-full', details: { path } };
  }
  if (isAboutRights(code)) return { code: 'data-read-only', details: { path, detail } };
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return { code: 'database-damaged', details: { path, detail } };
  }
  return { code: 'database-failed', details: { detail: code === '' ? detail : `${code}: ${detail}` } };
}

function isAboutRights(code: string): boolean {
  return (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'SQLITE_PERM' ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS'
  );
}

function codeOf(thrown: unknown): string {
  if (thrown instanceof Sqlite.SqliteError) return thrown.code;
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return '';
}
