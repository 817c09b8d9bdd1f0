import { execFileSync } from 'node:child_process';
import * as fileSystem from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileSystem, writeFileSafely } from './write-file-safely.ts';

const { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } = fileSystem;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlor-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test('writes the text as UTF-8, for the owner only, and leaves nothing beside it', async () => {
  const path = join(folder, 'Tea.md');
  await writeFileSafely(path, '紅茶 🍵\n');

  expect(await readFile(path, 'utf8')).toBe('紅茶 🍵\n');
  expect(await readdir(folder)).toEqual(['Tea.md']);
  if (process.platform !== 'win32') expect(await modeOf(path)).toBe(0o600);
});

test.skipIf(process.platform === 'win32')('replaces a file and keeps its mode', async () => {
  const path = join(folder, 'Tea.md');
  await writeFile(path, 'a longer old text');
  await chmod(path, 0o664);
  await writeFileSafely(path, 'new');

  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await modeOf(path)).toBe(0o664);
});

test.skipIf(process.platform === 'win32')('writes to where a link points', async () => {
  const path = join(folder, 'Tea.md');
  const link = join(folder, 'link.md');
  await writeFile(path, 'old');
  await symlink(path, link);
  await writeFileSafely(link, 'new');

  expect(await readFile(path, 'utf8')).toBe('new');
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
});

test('writes a file with the longest name there can be', async () => {
  const name = `${'紅'.repeat(84)}.md`;
  await writeFileSafely(join(folder, name), 'x');

  expect(await readdir(folder)).toEqual([name]);
});

describe('says write-failed and leaves nothing behind', () => {
  test('when the parent is a file', async () => {
    await writeFile(join(folder, 'file'), 'kept');
    const path = join(folder, 'file', 'Tea.md');

    await expect(writeFileSafely(path, 'x')).rejects.toMatchObject({
      report: { code: 'write-failed', details: { path, detail: expect.stringContaining('ENOTDIR') } },
    });
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('kept');
  });

  test('when the folder is missing', async () => {
    const path = join(folder, 'missing', 'Tea.md');

    await expect(writeFileSafely(path, 'x')).rejects.toMatchObject({
      report: {
        code: 'write-failed',
        details: { path, detail: 'no such file or directory (ENOENT)' },
      },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('when the target is a folder', async () => {
    const path = join(folder, 'Tea.md');
    await mkdir(path);

    await expect(writeFileSafely(path, 'x')).rejects.toMatchObject({ report: { code: 'write-failed' } });
    expect(await readdir(folder)).toEqual(['Tea.md']);
  });

  // A pipe of our own stands for any device: were the check gone, a real one would be replaced by a file.
  test.skipIf(process.platform === 'win32')('when the target is not a regular file', async () => {
    const path = join(folder, 'Tea.md');
    execFileSync('mkfifo', [path]);

    await expect(writeFileSafely(path, 'x')).rejects.toMatchObject({ report: { code: 'write-failed' } });
    expect((await stat(path)).isFIFO()).toBe(true);
    expect(await readdir(folder)).toEqual(['Tea.md']);
  });

  test('when the last step, the rename, fails', async () => {
    const path = join(folder, 'Tea.md');
    await writeFile(path, 'old');
    const noRename: FileSystem = {
      ...fileSystem,
      rename: () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })),
    };

    await expect(writeFileSafely(path, 'x', noRename)).rejects.toMatchObject({
      report: { code: 'write-failed', details: { path } },
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['Tea.md']);
  });
});

describe('on a full disk', () => {
  /** Takes the first bytes, as a disk does, then has no more room. */
  const full = (step: 'writeFile' | 'sync'): FileSystem => ({
    ...fileSystem,
    async open(...input) {
      const file = await fileSystem.open(...input);
      const { writeFile } = file;
      file[step] = async () => {
        if (step === 'writeFile') await writeFile.call(file, 'half');
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      };
      return file;
    },
  });

  test.each(['writeFile', 'sync'] as const)('keeps the old file and says disk-full (%s)', async (step) => {
    const path = join(folder, 'Tea.md');
    await writeFile(path, 'old');

    await expect(writeFileSafely(path, 'a new text', full(step))).rejects.toMatchObject({
      report: { code: 'disk-full', details: { path } },
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['Tea.md']);
  });

  test('leaves no half of a new file', async () => {
    await expect(writeFileSafely(join(folder, 'Tea.md'), 'x', full('writeFile'))).rejects.toMatchObject({
      report: { code: 'disk-full' },
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
