import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeConnection, openConnection } from './database.ts';
import { migrations } from './migrations/list.ts';
import { codeOf, reportOf, temporaryFolder } from './testing/fixtures.ts';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'parlor.sqlite');
});
afterEach(() => folder.remove());

const mode = (file: string) => statSync(file).mode & 0o777;

describe('opening', () => {
  it('uses an SQLite without the write-ahead log bug of 3.7.0 to 3.51.2', () => {
    const connection = openConnection(':memory:');
    const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 1_000_000 + minor * 1_000 + patch).toBeGreaterThanOrEqual(3_051_003);
  });

  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['busy_timeout', 5_000],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 1],
    ['journal_size_limit', 64 * 1024 * 1024],
    ['application_id', 0x50726c72],
    ['user_version', migrations.length],
  ])('sets %s to %s', (name, value) => {
    const connection = openConnection(path);
    expect(connection.pragma(name, { simple: true })).toBe(value);
    connection.close();
  });

  it('opens a second time without changing anything', () => {
    closeConnection(openConnection(path));
    const before = readFileSync(path);
    closeConnection(openConnection(path));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('takes over a file that was created but killed before its first table', () => {
    const started = new Sqlite(path);
    started.pragma('journal_mode = WAL');
    started.close();
    openConnection(path).close();
  });

  it('leaves one file when it is closed', () => {
    closeConnection(openConnection(path));
    expect(readdirSync(folder.path)).toEqual(['parlor.sqlite']);
  });
});

describe.skipIf(process.platform === 'win32')('privacy', () => {
  it('creates all files for their owner only, whatever the umask', () => {
    const before = process.umask(0o022);
    const connection = openConnection(path);
    expect([path, `${path}-wal`, `${path}-shm`].map(mode)).toEqual([0o600, 0o600, 0o600]);
    connection.close();
    process.umask(before);
  });

  it('takes rights away from an older file that others could read', () => {
    closeConnection(openConnection(path));
    chmodSync(path, 0o644);
    const connection = openConnection(path);
    expect([path, `${path}-wal`, `${path}-shm`].map(mode)).toEqual([0o600, 0o600, 0o600]);
    connection.close();
  });
});

describe('a file that is refused', () => {
  async function expectUntouched(run: () => Promise<void>): Promise<void> {
    const before = readFileSync(path);
    const modified = statSync(path).mtimeMs;
    await run();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(statSync(path).mtimeMs).toBe(modified);
  }

  it('is one of a newer Parlor: both versions are told', async () => {
    closeConnection(openConnection(path));
    const newer = new Sqlite(path);
    newer.pragma('journal_mode = DELETE');
    newer.pragma('user_version = 99');
    newer.close();
    await expectUntouched(async () => {
      expect(await reportOf(() => openConnection(path))).toEqual({
        code: 'database-newer',
        details: { path, foundVersion: 99, supportedVersion: migrations.length },
      });
    });
  });

  it('is one of a newer Parlor that was killed, with its log', async () => {
    closeConnection(openConnection(path));
    const newer = new Sqlite(path);
    newer.pragma('user_version = 99');
    const log = readFileSync(`${path}-wal`);
    await expectUntouched(async () => {
      expect(await codeOf(() => openConnection(path))).toBe('database-newer');
    });
    expect(readFileSync(`${path}-wal`).equals(log)).toBe(true);
    newer.close();
  });

  it('is no database', async () => {
    writeFileSync(path, 'This is a shopping list, and a long one. '.repeat(500));
    await expectUntouched(async () => {
      expect(await codeOf(() => openConnection(path))).toBe('database-damaged');
    });
    expect(readdirSync(folder.path)).toEqual(['parlor.sqlite']);
  });

  it('is the database of another program', async () => {
    const foreign = new Sqlite(path);
    foreign.exec('CREATE TABLE cookies (name TEXT)');
    foreign.close();
    await expectUntouched(async () => {
      expect(await codeOf(() => openConnection(path))).toBe('database-damaged');
    });
  });

  it('is damaged where the tables are described', async () => {
    closeConnection(openConnection(path));
    const bytes = readFileSync(path);
    bytes.fill(0xee, 100, 4_096);
    writeFileSync(path, bytes);
    await expectUntouched(async () => {
      expect(await codeOf(() => openConnection(path))).toBe('database-damaged');
    });
  });
});

// Root may write everywhere, so under root these open the file in a process of somebody else.
describe.skipIf(process.platform === 'win32')('without the right to write', () => {
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

  function open(): string {
    const script = join(import.meta.dirname, 'testing/try-to-open.ts');
    const { stdout, stderr } = spawnSync(process.execPath, [script, path], { ...somebody, encoding: 'utf8' });
    return stdout || stderr;
  }

  beforeEach(() => {
    closeConnection(openConnection(path));
    if (somebody.uid === undefined) return;
    chownSync(folder.path, somebody.uid, somebody.gid);
    chownSync(path, somebody.uid, somebody.gid);
  });
  afterEach(() => chmodSync(folder.path, 0o700));

  it('opens what it may write', () => {
    expect(open()).toBe('opened');
  });

  it('says that the file is read-only', () => {
    chmodSync(path, 0o400);
    expect(open()).toBe('data-read-only');
  });

  it('says that the folder is read-only', () => {
    chmodSync(folder.path, 0o500);
    expect(open()).toBe('data-read-only');
  });

  it('says so too for a file it cannot even read', () => {
    chmodSync(path, 0);
    expect(open()).toBe('data-read-only');
  });

  it('says so when there is no file yet and none can be made', () => {
    path = join(folder.path, 'other.sqlite');
    chmodSync(folder.path, 0o500);
    expect(open()).toBe('data-read-only');
    expect(existsSync(path)).toBe(false);
  });
});
