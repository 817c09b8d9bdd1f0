import { randomBytes } from 'node:crypto';
import * as fileSystem from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { AppError, messageOf } from '#shared/errors.ts';

/** The part of `node:fs/promises` that is used, so that a test can put a full disk in its place. */
export type FileSystem = Pick<typeof fileSystem, 'open' | 'realpath' | 'rename' | 'rm' | 'stat'>;

/** A text, which becomes UTF-8, or bytes; or pieces of either, taken one after the other as they are written. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array>;

/**
 * Writes a file so that under `path` there is the old file or the whole new one, never a half: it is written beside,
 * forced to the disk, then renamed. A new file is for its owner only (0600, like everything of Parlor: it holds a
 * conversation); one that is replaced keeps its mode, and a link keeps pointing to it. Errors: disk-full, write-failed,
 * and what giving a piece failed with.
 */
export async function writeFileSafely(
  path: string,
  content: FileContent,
  files: FileSystem = fileSystem,
): Promise<void> {
  let partPath: string | null = null;
  try {
    const target = await existingTarget(path, files);
    partPath = partPathFor(target.path);
    await writeThrough(partPath, content, target.mode, files);
    await files.rename(partPath, target.path);
    await syncFolder(dirname(target.path), files);
  } catch (thrown) {
    // Whatever the removal says, the first error is the one to tell.
    if (partPath !== null) await files.rm(partPath, { force: true }).catch(() => undefined);
    throw writeError(path, thrown);
  }
}

async function existingTarget(path: string, files: FileSystem) {
  const found = await files.stat(path).catch((thrown: unknown) => {
    if (codeOf(thrown) === 'ENOENT') return null;
    throw thrown;
  });
  if (found === null) return { path, mode: 0o600 };
  if (found.isDirectory()) throw new Error('there is a folder of that name');
  // Renaming would put a file in the place of a device or a pipe.
  if (!found.isFile()) throw new Error('it is not a regular file');
  return { path: await files.realpath(path), mode: found.mode & 0o777 };
}

/** Hidden, in the same folder (a rename does not cross disks), and short enough whatever the name is. */
function partPathFor(path: string): string {
  const name = Array.from(basename(path)).slice(0, 50).join('');
  return join(dirname(path), `.${name}.${randomBytes(6).toString('hex')}.part`);
}

async function writeThrough(
  path: string,
  content: FileContent,
  mode: number,
  files: FileSystem,
): Promise<void> {
  const file = await files.open(path, 'wx', 0o600);
  try {
    await file.writeFile(content, 'utf8');
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** After a power cut the new name is there only then. Where a folder cannot be opened (Windows), the system sees to it. */
async function syncFolder(path: string, files: FileSystem): Promise<void> {
  const folder = await files.open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close().catch(() => undefined);
}

function writeError(path: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = codeOf(thrown);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError({ code: 'disk-full', details: { path } }, { cause: thrown });
  }
  return new AppError(
    { code: 'write-failed', details: { path, detail: detailOf(thrown) } },
    { cause: thrown },
  );
}

/** The system's words without the path that Node adds, which is that of the part file. */
function detailOf(thrown: unknown): string {
  const words = thrown instanceof Error && 'errno' in thrown && typeof thrown.errno === 'number';
  const [name, sentence] = (words ? getSystemErrorMap().get(thrown.errno as number) : undefined) ?? [];
  if (name !== undefined) return `${sentence} (${name})`;
  return messageOf(thrown);
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}
