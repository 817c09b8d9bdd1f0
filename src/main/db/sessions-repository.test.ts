import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionCursor } from '#shared/contract/library.ts';
import type { Database } from './interface.ts';
import { listSessionsSql } from './sessions-repository.ts';
import type { Connection } from './statements.ts';
import { codeOf, hexId, memoryDatabase, newSession, newTurn, reportOf } from './testing/fixtures.ts';

let db: Database;
let connection: Connection;
const sessionId = hexId(1);

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
});

describe('a new session', () => {
  it('has what it was given and nothing else', () => {
    const parameters = { temperature: 0.5, stop: ['END'] };
    const session = db.createSession(
      newSession({ systemPrompt: 'Be brief.', parameters, isModelChecked: false }),
    );
    expect(session).toEqual({
      id: sessionId,
      projectId: null,
      title: '',
      preview: '',
      model: 'qwen3:8b',
      messageCount: 0,
      createdAt: 1_000,
      updatedAt: 1_000,
      systemPrompt: 'Be brief.',
      parameters,
      activeLeafId: null,
      isModelChecked: false,
      promptTokens: 0,
      replyTokens: 0,
    });
    expect(db.getSession({ sessionId })).toEqual(session);
  });

  it('is refused under an id that is in use, also in the trash', async () => {
    db.createSession(newSession());
    db.trashSession({ sessionId, at: 2 });
    expect(await codeOf(() => db.createSession(newSession()))).toBe('invalid-input');
  });
});

describe('an empty session', () => {
  const found = () => db.findEmptySession({ projectId: null })?.id;

  beforeEach(() => void db.createSession(newSession()));

  it('is found to be used again', () => expect(found()).toBe(sessionId));

  it('is the newest of its place', () => {
    db.createProject({ id: hexId(9), name: 'Work', at: 1 });
    db.createSession(newSession({ id: hexId(2), at: 3_000 }));
    db.createSession(newSession({ id: hexId(3), at: 4_000, projectId: hexId(9) }));
    expect(found()).toBe(hexId(2));
    expect(db.findEmptySession({ projectId: hexId(9) })?.id).toBe(hexId(3));
  });

  it('is none with a message', () => {
    db.insertTurn(newTurn('1', { text: '###' }));
    expect(found()).toBeUndefined();
  });

  it('is none with a title', () => {
    db.updateSession({ sessionId, changes: { title: 'Mine' } });
    expect(found()).toBeUndefined();
  });

  it('is none with a draft, until the draft is emptied', () => {
    db.saveDraft({ sessionId, text: 'Half a thought', at: 2 });
    expect(found()).toBeUndefined();
    db.saveDraft({ sessionId, text: '', at: 3 });
    expect(found()).toBe(sessionId);
  });

  it('is none in the trash', () => {
    db.trashSession({ sessionId, at: 2 });
    expect(found()).toBeUndefined();
  });
});

describe('the list', () => {
  function pages(limit: number): readonly string[] {
    const ids: string[] = [];
    let after: SessionCursor | null = null;
    for (;;) {
      const page = db.listSessions({ projectId: null, after, limit });
      ids.push(...page.sessions.map((session) => session.id));
      const last = page.sessions.at(-1);
      if (!page.hasMore || last === undefined) return ids;
      after = { updatedAt: last.updatedAt, id: last.id };
    }
  }

  it('begins with the session that was active last', () => {
    for (const number of [1, 2, 3]) db.createSession(newSession({ id: hexId(number), at: number }));
    db.insertTurn(newTurn('x', { sessionId: hexId(2), at: 10 }));
    expect(pages(10)).toEqual([hexId(2), hexId(3), hexId(1)]);
  });

  it('gives each session once in pages of any size, with equal times too', () => {
    for (let number = 0; number < 23; number += 1) {
      db.createSession(newSession({ id: hexId(number * 7), at: number % 3 }));
    }
    const whole = pages(500);
    expect(new Set(whole).size).toBe(23);
    for (const limit of [1, 2, 5, 22, 23]) expect(pages(limit)).toEqual(whole);
  });

  it('says whether there is more', () => {
    for (const number of [1, 2]) db.createSession(newSession({ id: hexId(number) }));
    expect(db.listSessions({ projectId: null, after: null, limit: 1 }).hasMore).toBe(true);
    expect(db.listSessions({ projectId: null, after: null, limit: 2 }).hasMore).toBe(false);
  });

  it('keeps the Inbox and each project apart', () => {
    db.createProject({ id: hexId(9), name: 'Work', at: 1 });
    db.createSession(newSession({ id: hexId(1) }));
    db.createSession(newSession({ id: hexId(2), projectId: hexId(9) }));
    expect(pages(10)).toEqual([hexId(1)]);
    const { sessions } = db.listSessions({ projectId: hexId(9), after: null, limit: 10 });
    expect(sessions).toMatchObject([{ id: hexId(2), projectId: hexId(9) }]);
  });

  it('is read along an index', () => {
    const plan = connection
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${listSessionsSql}`)
      .all({ projectKey: null, updatedAt: 1, id: '', limit: 51 });
    const details = plan.map((step) => step.detail).join('\n');
    expect(details).toMatch(/SEARCH sessions USING INDEX sessions_by_activity/);
    expect(details).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});

describe('a change', () => {
  beforeEach(() => void db.createSession(newSession({ systemPrompt: 'Old', parameters: { topK: 3 } })));

  it('touches only what it names, and not the place in the list', () => {
    const before = db.getSession({ sessionId });
    const changes = { model: 'llama3', isModelChecked: false };
    expect(db.updateSession({ sessionId, changes })).toEqual({ ...before, ...changes });
    expect(db.updateSession({ sessionId, changes: { parameters: {} } }).parameters).toEqual({ topK: 3 });
    expect(db.updateSession({ sessionId, changes: { parameters: { topK: null } } }).parameters).toEqual({});
    expect(db.updateSession({ sessionId, changes: { systemPrompt: '' } }).systemPrompt).toBe('');
    expect(db.updateSession({ sessionId, changes: { title: 'New' } }).updatedAt).toBe(before.updatedAt);
  });

  it('gives a title that no question replaces', () => {
    db.updateSession({ sessionId, changes: { title: 'My own' } });
    db.insertTurn(newTurn('1'));
    expect(db.getSession({ sessionId }).title).toBe('My own');
  });

  it('with an empty title takes the first question again', () => {
    db.insertTurn(newTurn('1', { text: 'First question' }));
    db.insertTurn(newTurn('2', { text: 'Second question', parentId: 'r1' }));
    db.updateSession({ sessionId, changes: { title: 'My own' } });
    expect(db.updateSession({ sessionId, changes: { title: '' } }).title).toBe('First question');
  });

  it('with an empty title leaves it to the next question when there is none yet', () => {
    db.updateSession({ sessionId, changes: { title: 'My own' } });
    expect(db.updateSession({ sessionId, changes: { title: '' } }).title).toBe('');
    expect(db.insertTurn(newTurn('1')).session.title).toBe('Question 1');
  });

  it('stores no NUL and no half characters', () => {
    expect(db.updateSession({ sessionId, changes: { title: 'a\0b\uD83E' } }).title).toBe('ab\uFFFD');
  });
});

describe('the trash', () => {
  beforeEach(() => void db.createSession(newSession()));

  it('takes a session out of every call and gives it back whole', async () => {
    db.insertTurn(newTurn('1'));
    const before = db.getSession({ sessionId });
    db.trashSession({ sessionId, at: 5 });
    expect(db.listSessions({ projectId: null, after: null, limit: 5 }).sessions).toEqual([]);
    const report = { code: 'not-found', details: { what: 'session', id: sessionId } };
    const messageId = 'u1';
    const calls = [
      () => db.getSession({ sessionId }),
      () => db.updateSession({ sessionId, changes: {} }),
      () => db.trashSession({ sessionId, at: 6 }),
      () => db.openSession({ sessionId, limit: 1 }),
      () => db.listOlderMessages({ sessionId, beforeId: messageId, limit: 1 }),
      () => db.getMessage({ sessionId, messageId }),
      () => db.selectBranch({ sessionId, messageId }),
      () => db.saveDraft({ sessionId, text: 'x', at: 6 }),
      () => db.insertTurn(newTurn('2')),
      () => db.insertReply({ sessionId, userMessageId: 'u1', replyId: 'r9', model: 'm', at: 6 }),
      () => db.listBranch({ sessionId, messageId }),
      () => db.exportSession({ sessionId }),
    ];
    for (const call of calls) expect(await reportOf(call)).toEqual(report);
    expect(db.restoreSession({ sessionId })).toEqual(before);
    expect(db.restoreSession({ sessionId })).toEqual(before);
  });

  it('knows nothing of a session that never was', async () => {
    expect(await codeOf(() => db.restoreSession({ sessionId: hexId(7) }))).toBe('not-found');
  });
});
