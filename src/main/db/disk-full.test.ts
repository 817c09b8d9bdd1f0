import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConnection } from './database.ts';
import type { Database } from './interface.ts';
import { createDatabase } from './repository.ts';
import type { Connection } from './statements.ts';
import { finishedReply, hexId, newSession, newTurn, reportOf, temporaryFolder } from './testing/fixtures.ts';

// A file that may not grow stands for a full disk: SQLite answers both with SQLITE_FULL.

const sessionId = hexId(1);
const long = 'A long text. '.repeat(20_000);
let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let connection: Connection;
let db: Database;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'parlor.sqlite');
  connection = openConnection(path);
  db = createDatabase(connection);
  db.createSession(newSession());
  db.insertTurn(newTurn('1'));
});
afterEach(() => {
  connection.close();
  folder.remove();
});

function fillDisk(): void {
  connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true }))}`);
}
function freeDisk(): void {
  connection.pragma('max_page_count = 1000000');
}

it.each<[string, (db: Database) => unknown]>([
  ['a turn', () => db.insertTurn(newTurn('2', { parentId: 'r1', text: long }))],
  ['a piece of an answer', () => db.appendReplyText({ replyId: 'r1', content: long, thinking: '' })],
  ['the end of an answer', () => db.finishReply(finishedReply('r1', { content: long }))],
  ['a draft', () => db.saveDraft({ sessionId, text: long, at: 1 })],
])('takes %s whole or not at all, and works again when there is room', async (_, write) => {
  const before = db.exportSession({ sessionId });
  fillDisk();
  expect(await reportOf(() => write(db))).toEqual({ code: 'disk-full', details: { path } });
  expect(connection.inTransaction).toBe(false);
  expect(db.exportSession({ sessionId })).toEqual(before);
  expect(db.openSession({ sessionId, limit: 5 }).draft).toBe('');
  freeDisk();
  write(db);
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
});
