import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { builtThread } from '../../../../scripts/build/threads.ts';
import { openConnection } from '../../db/database.ts';
import { createDatabase } from '../../db/repository.ts';
import { newAttachment } from '../../db/testing/attachments.ts';
import {
  finishedReply,
  hexId,
  newSession,
  newTurn,
  reportOf,
  temporaryFolder,
  workerPath,
} from '../../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../../db/thread/client.ts';
import type { SavePathQuestion } from '../export/export-session.ts';
import { createTransferThreads } from '../thread/transfer-threads.ts';
import { backUp } from './back-up.ts';
import { backupError } from './write-backup.ts';

let folder: ReturnType<typeof temporaryFolder>;
let databasePath: string;
let client: DatabaseClient;

beforeEach(async () => {
  folder = temporaryFolder();
  databasePath = join(folder.path, 'parlor.db');
  mkdirSync(join(folder.path, 'out'));
  client = await openDatabaseClient({ workerPath, databasePath });
  await client.db.createSession(newSession());
  await client.db.addDraftAttachment(newAttachment('note'));
  await client.db.insertTurn(newTurn('1', { attachmentIds: ['note'] }));
  await client.db.finishReply(finishedReply('r1'));
});
afterEach(async () => {
  await client.close();
  folder.remove();
});

const threads = createTransferThreads(builtThread('transfer-worker'));
const place = (name: string) => join(folder.path, 'out', name);

function backUpTo(path: string | null, questions: SavePathQuestion[] = []) {
  return backUp({
    databasePath,
    threads,
    now: () => new Date(2026, 10, 21, 12).getTime(),
    async chooseSavePath(question) {
      questions.push(question);
      return path;
    },
  });
}

test('writes everything, for its owner only, under a name with the date', async () => {
  const questions: SavePathQuestion[] = [];
  const path = place('a.db');
  const made = await backUpTo(path, questions);
  expect(made).toEqual({ path, sizeBytes: statSync(path).size });
  expect(questions).toMatchObject([{ suggestedName: 'Parlor backup 2026-11-21.db', extension: 'db' }]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder.path, 'out'))).toEqual(['a.db']);

  const copy = createDatabase(openConnection(path));
  const record = (db: typeof copy) => db.exportSession({ sessionId: hexId(1), withFiles: true });
  expect(structuredClone(record(copy))).toEqual(
    await client.db.exportSession({ sessionId: hexId(1), withFiles: true }),
  );
  copy.close();
});

test('holds up nobody who writes meanwhile, and is of one moment', async () => {
  const content = 'x'.repeat(200_000);
  for (let number = 2; number < 60; number += 1) {
    await client.db.insertTurn(newTurn(`${number}`, { text: `${number}${content}` }));
  }
  const made = backUpTo(place('busy.db'));
  let written = 0;
  let isDone = false;
  void made.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await client.db.appendReplyText({ replyId: 'r59', content: 'y', thinking: '' });
    written += 1;
  }
  await made;
  expect(written).toBeGreaterThan(10);
  const copy = createDatabase(openConnection(place('busy.db')));
  expect(copy.getSession({ sessionId: hexId(1) }).messageCount).toBe(118);
  copy.close();
});

test('takes the place of an older backup only when it is whole', async () => {
  writeFileSync(place('a.db'), 'older');
  await backUpTo(place('a.db'));
  expect(readFileSync(place('a.db')).subarray(0, 15).toString()).toBe('SQLite format 3');
});

test('makes two of one place one after the other', async () => {
  const made = await Promise.all([backUpTo(place('a.db')), backUpTo(place('a.db'))]);
  expect(made.map((each) => each?.path)).toEqual([place('a.db'), place('a.db')]);
  expect(readdirSync(join(folder.path, 'out'))).toEqual(['a.db']);
});

test('never touches the open database, by whatever way', async () => {
  const before = readFileSync(databasePath);
  symlinkSync(databasePath, place('link.db'));
  symlinkSync(folder.path, place('folder'));
  for (const path of [
    databasePath,
    `${databasePath}-wal`,
    place('link.db'),
    join(place('folder'), 'parlor.db'),
  ]) {
    expect((await reportOf(() => backUpTo(path))).code).toBe('write-failed');
  }
  expect(readFileSync(databasePath).equals(before)).toBe(true);
  expect((await client.db.getSession({ sessionId: hexId(1) })).messageCount).toBe(2);
  // Another name of the same file is only taken away from it.
  linkSync(databasePath, place('hard.db'));
  await backUpTo(place('hard.db'));
  expect(readFileSync(databasePath).equals(before)).toBe(true);
});

test('says that the disk is full, and never that a damaged library is the fault of the place', () => {
  const thrown = (code: string) => Object.assign(new Error('no'), { code });
  expect(backupError(thrown('ENOSPC'), 'parlor.db', '/out/a.db').report).toEqual({
    code: 'disk-full',
    details: { path: '/out' },
  });
  const damaged = new AppError({ code: 'database-damaged', details: { path: 'parlor.db', detail: 'x' } });
  expect(backupError(damaged, 'parlor.db', '/out/a.db')).toBe(damaged);
});

test('says what is wrong with the place, and leaves nothing there', async () => {
  mkdirSync(place('taken.db'));
  expect((await reportOf(() => backUpTo(place('taken.db')))).code).toBe('write-failed');
  expect((await reportOf(() => backUpTo(place('none/a.db')))).code).toBe('write-failed');
  expect(readdirSync(join(folder.path, 'out'))).toEqual(['taken.db']);
  expect(await backUpTo(null)).toBeNull();
});
