import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorReport } from '#shared/errors.ts';
import { builtThread } from '../../../../scripts/build/threads.ts';
import { openConnection, openReader } from '../database.ts';
import { migrations } from '../migrations/list.ts';
import { createDatabase } from '../repository.ts';
import { hexId, newSession, newTurn, reportOf, temporaryFolder, workerPath } from '../testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from './client.ts';

let folder: ReturnType<typeof temporaryFolder>;
let databasePath: string;

beforeEach(() => {
  folder = temporaryFolder();
  databasePath = join(folder.path, 'parlor.sqlite');
});
afterEach(() => folder.remove());

const open = () => openDatabaseClient({ workerPath, databasePath });

describe('the database in its thread', () => {
  it('answers calls with values and with errors', async () => {
    const { db, close } = await open();
    const session = await db.createSession(newSession());
    expect(await db.getSession({ sessionId: session.id })).toEqual(session);
    expect(await db.findEmptySession({ projectId: null })).toEqual(session);
    expect(await db.listProjects()).toEqual([]);
    expect(await reportOf(() => db.getSession({ sessionId: hexId(2) }))).toEqual({
      code: 'not-found',
      details: { what: 'session', id: hexId(2) },
    });
    await close();
  });

  it('answers calls in their order', async () => {
    const { db, close } = await open();
    await db.createSession(newSession());
    await db.insertTurn(newTurn('1'));
    const answered: number[] = [];
    const calls = Array.from({ length: 50 }, (_, number) =>
      db
        .appendReplyText({ replyId: 'r1', content: `${number} `, thinking: '' })
        .then(() => answered.push(number)),
    );
    await Promise.all(calls);
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    expect(answered).toEqual(numbers);
    const { content } = await db.getMessage({ sessionId: hexId(1), messageId: 'r1' });
    expect(content.trim().split(' ').map(Number)).toEqual(numbers);
    await close();
  });

  it('finishes what was asked before it closes, and leaves one file with everything in it', async () => {
    const { db, close } = await open();
    const created = db.createSession(newSession());
    await close();
    expect((await created).id).toBe(hexId(1));
    expect([existsSync(`${databasePath}-wal`), existsSync(`${databasePath}-shm`)]).toEqual([false, false]);
    const again = await open();
    expect((await again.db.getSession({ sessionId: hexId(1) })).id).toBe(hexId(1));
    await again.close();
  });

  it('fails every call after it was closed, and tells nobody that it died', async () => {
    const { db, close, onStopped } = await open();
    const listener = vi.fn();
    onStopped(listener);
    await close();
    await close();
    expect((await reportOf(() => db.listProjects())).code).toBe('database-stopped');
    expect(listener).not.toHaveBeenCalled();
  });

  it('refuses a call it does not know', async () => {
    const worker = new Worker(workerPath, { workerData: { databasePath, access: 'owner' } });
    const messages: unknown[] = [];
    worker.on('message', (message) => messages.push(message));
    for (const name of ['dropEverything', 'toString', 'constructor']) {
      worker.postMessage({ kind: 'call', id: 1, name, input: {} });
    }
    worker.postMessage({ kind: 'call', id: 2, name: 'close', input: undefined });
    await new Promise((resolve) => worker.once('exit', resolve));
    const refused = (request: string) => ({
      kind: 'answer',
      id: 1,
      result: {
        ok: false,
        error: { code: 'invalid-input', details: { request, problem: expect.any(String) } },
      },
    });
    expect(messages).toEqual([
      { kind: 'opened' },
      refused('dropEverything'),
      refused('toString'),
      refused('constructor'),
      { kind: 'answer', id: 2, result: { ok: true, value: undefined } },
    ]);
  });
});

describe('a reader', () => {
  it('sees what the owner has written, and lets the file be closed', async () => {
    const { db, close } = await open();
    await db.createSession(newSession());
    await db.insertTurn(newTurn('1'));
    expect((await db.exportSession({ sessionId: hexId(1) })).messages.map(({ id }) => id)).toEqual([
      'u1',
      'r1',
    ]);
    await close();
    expect(existsSync(`${databasePath}-wal`)).toBe(false);
  });

  it('cannot write', () => {
    const connection = openConnection(databasePath);
    const reader = openReader(databasePath);
    expect(() => createDatabase(reader).createSession(newSession())).toThrow(
      expect.objectContaining({ code: 'data-read-only' }),
    );
    reader.close();
    connection.close();
  });

  it('that dies fails its own call, is no alarm, and is there again for the next', async () => {
    const { db, close, onStopped } = await openDatabaseClient({
      workerPath: builtThread('dying-reader'),
      databasePath,
    });
    const listener = vi.fn();
    onStopped(listener);
    const died = { code: 'database-stopped', details: { detail: 'the database thread ended with code 7' } };
    expect(await reportOf(() => db.exportSession({ sessionId: hexId(1) }))).toEqual(died);
    expect(await reportOf(() => db.exportSession({ sessionId: hexId(1) }))).toEqual(died);
    expect(await db.listProjects()).toEqual([]);
    expect(listener).not.toHaveBeenCalled();
    await close();
  });
});

describe('opening', () => {
  it('fails with what is wrong with the file', async () => {
    writeFileSync(databasePath, 'x'.repeat(5_000));
    expect(await reportOf(open)).toMatchObject({ code: 'database-damaged', details: { path: databasePath } });
    expect(statSync(databasePath).size).toBe(5_000);
  });

  it('fails for a file of a newer Parlor with both versions', async () => {
    const client = await open();
    await client.close();
    const { default: Sqlite } = await import('better-sqlite3');
    const newer = new Sqlite(databasePath);
    newer.pragma('user_version = 42');
    newer.close();
    expect(await reportOf(open)).toEqual({
      code: 'database-newer',
      details: { path: databasePath, foundVersion: 42, supportedVersion: migrations.length },
    });
  });

  it('fails when there is no such folder', async () => {
    databasePath = join(folder.path, 'missing', 'parlor.sqlite');
    expect((await reportOf(open)).code).toBe('database-failed');
  });

  it('fails when the thread cannot be started, or dies at once', async () => {
    const missing = join(folder.path, 'no-worker.ts');
    expect((await reportOf(() => openDatabaseClient({ workerPath: missing, databasePath }))).code).toBe(
      'database-stopped',
    );
    expect(await reportOf(() => openDying('while-opening'))).toEqual({
      code: 'database-stopped',
      details: { detail: 'the database thread ended with code 7' },
    });
  });
});

function openDying(how: string): Promise<DatabaseClient> {
  return openDatabaseClient({ workerPath: builtThread('dying-worker'), databasePath: how });
}

describe('a thread that dies', () => {
  it.each([
    ['by-exit', 'the database thread ended with code 7'],
    ['by-error', 'out of memory'],
  ])('%s fails open and later calls and is reported once', async (how, detail) => {
    const { db, close, onStopped } = await openDying(how);
    const reports: ErrorReport[] = [];
    onStopped((report) => reports.push(report));
    const expected = { code: 'database-stopped', details: { detail } };
    const waiting = reportOf(() => db.listProjects());
    expect(await reportOf(() => db.getSession({ sessionId: hexId(1) }))).toEqual(expected);
    expect(await waiting).toEqual(expected);
    expect(await reportOf(() => db.listProjects())).toEqual(expected);
    await close();
    expect(reports).toEqual([expected]);
  });

  it('is not reported to whoever has gone', async () => {
    const { db, onStopped } = await openDying('by-exit');
    const listener = vi.fn();
    onStopped(listener)();
    await reportOf(() => db.getSession({ sessionId: hexId(1) }));
    expect(listener).not.toHaveBeenCalled();
  });
});
