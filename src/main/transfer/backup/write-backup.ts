import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError, messageOf } from '#shared/errors.ts';
import { openReader } from '../../db/database.ts';
import { writeSnapshot } from '../../db/snapshot.ts';
import { toDatabaseError } from '../../db/sqlite-errors.ts';
import { refuseOwnFiles } from '../own-files.ts';

export interface BackupJob {
  readonly kind: 'backup';
  readonly databasePath: string;
  readonly path: string;
}

/**
 * Writes a checked copy of the whole database, through a connection of its own: who writes or reads meanwhile goes on. It is written
 * beside its place and takes it only when it is whole. Gives its size. Errors: disk-full, write-failed, database-damaged.
 */
export async function writeBackup({
  databasePath,
  path,
}: BackupJob): Promise<{ readonly sizeBytes: number }> {
  refuseOwnFiles(databasePath, path);
  const connection = openReader(databasePath);
  try {
    writeSnapshot(connection, path);
    return { sizeBytes: statSync(path).size };
  } catch (thrown) {
    throw backupError(thrown, databasePath, path);
  } finally {
    connection.close();
  }
}

/** As it concerns whoever chose the place. */
export function backupError(thrown: unknown, databasePath: string, path: string): AppError {
  const error = toDatabaseError(thrown, databasePath);
  if (error.report.code === 'database-damaged') return error;
  if (error.report.code === 'disk-full') {
    return new AppError({ code: 'disk-full', details: { path: dirname(path) } }, { cause: thrown });
  }
  const detail = messageOf(thrown);
  return new AppError({ code: 'write-failed', details: { path, detail } }, { cause: thrown });
}
