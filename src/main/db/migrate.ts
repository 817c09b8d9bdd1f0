import { AppError } from '#shared/errors.ts';
import type { Migration } from './migrations/migration.ts';
import { writeSnapshot } from './snapshot.ts';
import type { Connection } from './statements.ts';

/** 'Prlr': tells a Parlor file from any other SQLite file (PRAGMA application_id). */
export const applicationId = 0x50726c72;

/**
 * Brings the file to the newest version: all pending steps and the new version number in one transaction, so that a
 * failing step leaves everything as it was. A file that holds data is copied to `<file>.before-vN` first.
 */
export function migrate(connection: Connection, migrations: readonly Migration[]): void {
  const found = userVersion(connection);
  const supported = migrations.length;
  if (found > supported) throw tooNew(connection.name, found, supported);
  if (found === supported) return;
  if (found > 0 && !connection.memory) writeSnapshot(connection, `${connection.name}.before-v${supported}`);
  const upgrade = connection.transaction(() => {
    for (const migration of migrations.slice(found)) migration.up(connection);
    connection.pragma(`application_id = ${applicationId}`);
    connection.pragma(`user_version = ${supported}`);
  });
  upgrade.immediate();
}

export function userVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

export function tooNew(path: string, foundVersion: number, supportedVersion: number): AppError {
  return new AppError({ code: 'database-newer', details: { path, foundVersion, supportedVersion } });
}
