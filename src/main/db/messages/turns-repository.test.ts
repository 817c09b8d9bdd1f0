import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { codeOf, hexId, memoryDatabase, newReplies, newSession, newTurn } from '../testing/fixtures.ts';

let db: Database;
let connection: Connection;
const sessionId = hexId(1);

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createSession(newSession());
});

describe('a turn', () => {
  it('is a whole question and an empty answer', () => {
    const { user, replies, session } = db.insertTurn(newTurn('1', { text: 'Why?', at: 2_000 }));
    const [reply] = replies;
    expect(user).toEqual({
      id: 'u1',
      sessionId,
      parentId: null,
      role: 'user',
      content: 'Why?',
      thinking: '',
      model: null,
      status: 'complete',
      error: null,
      createdAt: 2_000,
      editedAt: null,
      usage: null,
      attachments: [],
      siblingIds: ['u1'],
    });
    expect(reply).toMatchObject({
      id: 'r1',
      parentId: 'u1',
      role: 'assistant',
      content: '',
      status: 'streaming',
      model: 'qwen3:8b',
      siblingIds: ['r1'],
    });
    expect(session).toMatchObject({ messageCount: 2, updatedAt: 2_000, title: 'Why?', preview: 'Why?' });
    expect(db.getSession({ sessionId }).activeLeafId).toBe('r1');
  });

  it('keeps preview and title of the first question', () => {
    const first = `Tell me a story ${'and then '.repeat(20)}`;
    db.insertTurn(newTurn('1', { text: first }));
    const { session } = db.insertTurn(newTurn('2', { text: 'Another', parentId: 'r1' }));
    expect(session.preview).toBe(`${first.slice(0, 100)}...`);
    expect(session.title).toMatch(/^Tell me a story and then .*…$/);
  });

  it('takes the title from a later question when the first has no words', () => {
    expect(db.insertTurn(newTurn('1', { text: '---' })).session).toMatchObject({ title: '', preview: '---' });
    expect(db.insertTurn(newTurn('2', { text: 'Words', parentId: 'r1' })).session).toMatchObject({
      title: 'Words',
      preview: '---',
    });
  });

  it('clears the draft', () => {
    db.saveDraft({ sessionId, text: 'Why', at: 1 });
    db.insertTurn(newTurn('1'));
    expect(db.openSession({ sessionId, limit: 1 }).draft.text).toBe('');
  });

  it('never turns the clock of its session back', () => {
    db.insertTurn(newTurn('1', { at: 9_000 }));
    expect(db.insertTurn(newTurn('2', { parentId: 'r1', at: 5_000 })).session.updatedAt).toBe(9_000);
  });

  it('stores no NUL and no half characters', () => {
    expect(db.insertTurn(newTurn('1', { text: 'a\0b\uDED6' })).user.content).toBe('ab\uFFFD');
  });

  it.each([
    ['an id twice', newTurn('2', { userMessageId: 'same', replyId: 'same' }), 'invalid-input'],
    ['the id of a question', newTurn('2', { userMessageId: 'u1' }), 'invalid-input'],
    ['the id of an answer', newTurn('2', { replyId: 'r1' }), 'invalid-input'],
    ['the same turn again', newTurn('1'), 'invalid-input'],
    ['a parent that is not there', newTurn('2', { parentId: 'x' }), 'not-found'],
    ['a parent of another session', newTurn('2', { parentId: 'u3' }), 'not-found'],
    ['a session that is not there', newTurn('2', { sessionId: hexId(7) }), 'not-found'],
  ])('is refused with %s, and nothing is written', async (_, turn, code) => {
    db.createSession(newSession({ id: hexId(2) }));
    db.insertTurn(newTurn('3', { sessionId: hexId(2) }));
    db.insertTurn(newTurn('1'));
    db.saveDraft({ sessionId, text: 'Draft', at: 1 });
    const before = [db.exportSession({ sessionId }), db.exportSession({ sessionId: hexId(2) })];
    expect(await codeOf(() => db.insertTurn(turn))).toBe(code);
    expect([db.exportSession({ sessionId }), db.exportSession({ sessionId: hexId(2) })]).toEqual(before);
    expect(db.openSession({ sessionId, limit: 1 }).draft.text).toBe('Draft');
  });
});

describe('a turn that fails in the middle', () => {
  it('leaves nothing behind', async () => {
    connection.exec(`
      CREATE TRIGGER fails BEFORE UPDATE ON sessions
      BEGIN
        SELECT RAISE(ABORT, 'no');
      END
    `);
    expect(await codeOf(() => db.insertTurn(newTurn('1')))).toBe('database-failed');
    expect(db.exportSession({ sessionId }).messages).toEqual([]);
    connection.exec('DROP TRIGGER fails');
    expect(db.insertTurn(newTurn('1')).session.messageCount).toBe(2);
  });
});

describe('one more answer', () => {
  beforeEach(() => void db.insertTurn(newTurn('1')));

  const retry = (replyId: string) =>
    db.insertReplies(newReplies('u1', replyId, { model: 'other', at: 4_000 }));

  it('stands beside the first and is shown', () => {
    const { replies, session } = retry('r2');
    const [reply] = replies;
    expect(reply).toMatchObject({
      parentId: 'u1',
      model: 'other',
      status: 'streaming',
      siblingIds: ['r1', 'r2'],
    });
    expect(session).toMatchObject({ messageCount: 3, updatedAt: 4_000 });
    expect(db.getSession({ sessionId }).activeLeafId).toBe('r2');
  });

  it('is refused under a used id or to a question that is not there', async () => {
    expect(await codeOf(() => retry('r1'))).toBe('invalid-input');
    expect(await codeOf(() => db.insertReplies(newReplies('u9', 'r9')))).toBe('not-found');
  });
});
