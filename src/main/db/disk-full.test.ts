import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openConnection } from './database.ts';
import type { Database } from './interface.ts';
import { createDatabase } from './repository.ts';
import type { Connection } from './statements.ts';
import { finishedReply, hexId, newSession, newTurn, reportOf, temporaryFolder } from './testing/fixtures.ts';

// A file that may not grow stands for a full disk: SQLite answers both with SQLITE_FULL.

const sessionId = hexId(1);
const long = 'A long text. '.repeat(8_000);
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

/** Leaves room for `pages` more pages of 4 KB. */
function leaveRoom(pages: number): void {
  connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + pages}`);
}

it.each<[string, (db: Database) => unknown]>([
  ['a turn', () => db.insertTurn(newTurn('2', { parentId: 'r1', text: long }))],
  ['a piece of an answer', () => db.appendReplyText({ replyId: 'r1', content: long, thinking: long })],
  ['the end of an answer', () => db.finishReply(finishedReply('r1', { content: long }))],
  ['a draft', () => db.saveDraft({ sessionId, text: long, at: 1 })],
])(
  'takes %s whole or not at all, wherever the room ends, and works again when there is some',
  async (_, write) => {
    const before = db.exportSession({ sessionId });
    for (const pages of [0, 1, 2, 4, 8, 12]) {
      leaveRoom(pages);
      expect(await reportOf(() => write(db))).toEqual({ code: 'disk-full', details: { path } });
      expect(connection.inTransaction).toBe(false);
      expect(db.exportSession({ sessionId })).toEqual(before);
      expect(db.openSession({ sessionId, limit: 5 }).draft.text).toBe('');
    }
    leaveRoom(1_000);
    write(db);
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  },
);

it('closes without loss when there is no room to fold the log into the file', () => {
  vi.spyOn(connection, 'pragma').mockImplementation(() => {
    throw new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL');
  });
  db.close();
  connection = openConnection(path);
  expect(createDatabase(connection).getMessage({ sessionId, messageId: 'u1' }).content).toBe('Question 1');
});
