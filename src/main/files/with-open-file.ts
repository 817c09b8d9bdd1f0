import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/**
 * Opens a file that somebody chose, gives it with what the system tells of it to `read`, and closes it. `null` for what is no
 * regular file: a folder, a device, a pipe. Fails as `open` and `read` do.
 */
export async function withOpenFile<T>(
  path: string,
  read: (file: FileHandle, found: Stats) => Promise<T>,
): Promise<T | null> {
  // Opening a pipe would wait for somebody who writes into it. Windows has no such flag and no such files.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    return found.isFile() ? await read(file, found) : null;
  } finally {
    await file.close();
  }
}
