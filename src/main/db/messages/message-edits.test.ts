import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { codeOf, finishedReply, hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';

let db: Database;
let connection: Connection;
const sessionId = hexId(1);
const edit = { text: 'Question 1, better', removedIds: ['f1'], isOpen: true };

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createSession(newSession());
  db.insertTurn(newTurn('1'));
  db.finishReply(finishedReply('r1'));
});

const save = (messageId: string, changed: typeof edit | null = edit) =>
  db.saveMessageEdit({ sessionId, messageId, edit: changed, at: 5 });
const edits = () => db.openSession({ sessionId, limit: 50 }).edits;
const rows = () => connection.prepare('SELECT COUNT(*) FROM message_edits').pluck().get();

it('is read with its session, wherever that is opened', () => {
  save('u1');
  save('r1', { text: '', removedIds: [], isOpen: false });
  const kept = [
    { messageId: 'u1', ...edit },
    { messageId: 'r1', text: '', removedIds: [], isOpen: false },
  ];
  expect(edits()).toEqual(kept);
  const at = db.openSessionAt({ sessionId, messageId: 'u1', above: 1, below: 1 });
  expect(at.edits).toEqual(kept);
});

it('is written over, and forgotten', () => {
  save('u1');
  save('u1', { ...edit, text: 'Best' });
  expect(edits()).toMatchObject([{ messageId: 'u1', text: 'Best' }]);
  save('u1', null);
  save('u1', null);
  expect(edits()).toEqual([]);
});

it('is of a message that is there, in its own session', async () => {
  db.createSession(newSession({ id: hexId(2) }));
  expect(await codeOf(() => save('nobody'))).toBe('not-found');
  const elsewhere = { sessionId: hexId(2), messageId: 'u1', edit, at: 1 };
  expect(await codeOf(() => db.saveMessageEdit(elsewhere))).toBe('not-found');
});

it('goes with its message, and with its session, for good', () => {
  db.insertTurn(newTurn('2', { parentId: 'r1' }));
  db.finishReply(finishedReply('r2'));
  save('u1');
  save('u2');
  db.trashBranch({ sessionId, messageId: 'u2', at: 6 });
  expect(rows()).toBe(2);
  db.markErased({ things: [{ kind: 'branch', sessionId, messageId: 'u2' }] });
  while (db.eraseSome({ limit: 10, budgetMs: 1_000 }) > 0);
  expect(edits()).toMatchObject([{ messageId: 'u1' }]);
  db.trashSessions({ sessionIds: [sessionId], at: 7 });
  db.markErased({ things: [{ kind: 'session', sessionId }] });
  while (db.eraseSome({ limit: 10, budgetMs: 1_000 }) > 0);
  expect(rows()).toBe(0);
});
