import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type FileContent, writeFileSafely } from './write-file-safely.ts';

/** `writeFileSafely` for places chosen in a dialog, but never over the open database. */
export function createFileWriter(
  databasePath: string,
): (path: string, content: FileContent) => Promise<void> {
  return async (path, content) => {
    refuseOwnFiles(databasePath, path);
    await writeFileSafely(path, content);
  };
}

/** Error: write-failed for the open database and what SQLite keeps beside it, chosen in a dialog to be written over. */
export function refuseOwnFiles(databasePath: string, path: string): void {
  const own = realPath(databasePath);
  const target = realPath(path);
  if (![own, `${own}-wal`, `${own}-shm`].includes(target)) return;
  const detail = 'it is the file that Parlor is using';
  throw new AppError({ code: 'write-failed', details: { path, detail } });
}

/** Whatever the way there is called. Of a file that is not there, the one of its folder. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const folder = dirname(path);
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(path));
}
