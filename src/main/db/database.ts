import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { applicationId, migrate, tooNew, userVersion } from './migrate.ts';
import { migrations as allMigrations } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';
import { toDatabaseError } from './sqlite-errors.ts';
import type { Connection } from './statements.ts';

/** How long a statement waits for another program that holds the file, say a backup tool. */
const busyTimeoutMs = 5_000;
const walSizeLimitBytes = 64 * 1024 * 1024;

/**
 * Opens the file at `path` (or ':memory:') and brings it to the newest version. Errors: database-newer,
 * database-damaged (also for a file of another program), data-read-only, disk-full, database-failed;
 * a file that is refused for its contents is not changed.
 */
export function openConnection(path: string, migrations: readonly Migration[] = allMigrations): Connection {
  try {
    const isFile = path !== ':memory:';
    if (isFile && existsSync(path) && statSync(path).size > 0) inspect(path, migrations.length);
    if (isFile) keepPrivate(path);
    const connection = new Sqlite(path, { timeout: busyTimeoutMs });
    try {
      configure(connection);
      migrate(connection, migrations);
    } catch (thrown) {
      connection.close();
      throw thrown;
    }
    return connection;
  } catch (thrown) {
    throw toDatabaseError(thrown, path);
  }
}

/** Opens a file that an owner has open, for reading only. Errors: database-damaged, database-failed. */
export function openReader(path: string): Connection {
  try {
    const connection = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('temp_store = MEMORY');
    return connection;
  } catch (thrown) {
    throw toDatabaseError(thrown, path);
  }
}

/**
 * Folds the write-ahead log into the file and closes it. A full disk can keep the log from being folded; everything
 * is in it all the same, and the next start tries again, so that is no error.
 */
export function closeConnection(connection: Connection): void {
  try {
    // What is read only was folded by its owner.
    if (connection.readonly) return;
    connection.pragma('optimize');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch (thrown) {
    if (toDatabaseError(thrown, connection.name).code !== 'disk-full') throw thrown;
  } finally {
    connection.close();
  }
}

/** Refuses what is not ours, through a read-only connection: nothing of a refused file may change. */
function inspect(path: string, supportedVersion: number): void {
  const connection = new Sqlite(path, { readonly: true, timeout: busyTimeoutMs });
  try {
    const version = userVersion(connection);
    const id = Number(connection.pragma('application_id', { simple: true }));
    if (id !== applicationId && !(id === 0 && version === 0 && isEmpty(connection))) {
      const detail = 'the file belongs to another program';
      throw new AppError({ code: 'database-damaged', details: { path, detail } });
    }
    if (version > supportedVersion) throw tooNew(path, version, supportedVersion);
  } finally {
    connection.close();
  }
}

/** True for a file that was created but killed before its first migration. */
function isEmpty(connection: Connection): boolean {
  return connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

/** 0600 for the file and, as SQLite copies its mode to them, for the -wal and -shm files beside it. */
function keepPrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  for (const name of [path, `${path}-wal`, `${path}-shm`]) {
    // Windows has no such modes; there the profile folder's access list protects the file.
    if (process.platform !== 'win32' && existsSync(name) && (statSync(name).mode & 0o077) !== 0) {
      chmodSync(name, 0o600);
    }
  }
}

function configure(connection: Connection): void {
  const journalMode = connection.pragma('journal_mode = WAL', { simple: true });
  if (journalMode !== 'wal' && !connection.memory) {
    const detail = `journal_mode is ${String(journalMode)}: is the folder on a network drive?`;
    throw new AppError({ code: 'database-failed', details: { detail } });
  }
  // A commit is on the disk when it returns: under WAL, NORMAL would lose the last ones at a power cut.
  connection.pragma('synchronous = FULL');
  // On macOS only this flushes the drive's own cache; at checkpoints, as a flush per commit costs tens of milliseconds.
  connection.pragma('checkpoint_fullfsync = ON');
  connection.pragma('foreign_keys = ON');
  // A damaged or foreign schema must not be able to call functions or go unnoticed.
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  // What is deleted is overwritten, and no copy of a text goes to a temporary file.
  connection.pragma('secure_delete = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma(`journal_size_limit = ${walSizeLimitBytes}`);
}
