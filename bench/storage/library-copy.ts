import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closeConnection, openConnection, openReader } from '../../src/main/db/database.ts';
import type { Database } from '../../src/main/db/interface.ts';
import { createDatabase } from '../../src/main/db/repository.ts';
import type { Connection } from '../../src/main/db/statements.ts';

/** A copy of a built library that may be changed, open as Parlor has it open: one owner, one reader. */
export interface OpenLibrary {
  readonly path: string;
  readonly connection: Connection;
  readonly db: Database;
  readonly readerConnection: Connection;
  readonly reader: Database;
  close(): void;
}

export function openCopy(source: string): OpenLibrary {
  const folder = mkdtempSync(join(dirname(source), 'copy-'));
  const path = join(folder, 'parlor.sqlite');
  copyFileSync(source, path, constants.COPYFILE_FICLONE);
  const connection = openConnection(path);
  const readerConnection = openReader(path);
  return {
    path,
    connection,
    db: createDatabase(connection),
    readerConnection,
    reader: createDatabase(readerConnection),
    close() {
      readerConnection.close();
      closeConnection(connection);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same rows without search and statistics: what a program without them would write. */
export function dropTriggers(connection: Connection): void {
  const names = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all() as readonly string[];
  for (const name of names) connection.exec(`DROP TRIGGER ${name}`);
}
