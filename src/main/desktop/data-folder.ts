import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, messageOf } from '#shared/errors.ts';

export interface DataFolder {
  readonly path: string;
  readonly databasePath: string;
}

/** Makes sure of a folder that only its owner may enter (0700). Error: data-read-only when it cannot be used. */
export function prepareDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    chmodSync(path, 0o700);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (thrown) {
    const details = { path, detail: messageOf(thrown) };
    throw new AppError({ code: 'data-read-only', details }, { cause: thrown });
  }
  return { path, databasePath: join(path, 'parlor.db') };
}
