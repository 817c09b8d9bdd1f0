import { beforeEach, describe, expect, it } from 'vitest';
import { summaryOf } from '#shared/domain.ts';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import {
  codeOf,
  finishedReply,
  hexId,
  memoryDatabase,
  newSession,
  newTurn,
  reportOf,
} from '../testing/fixtures.ts';
import { findEmptySessionSql } from './sessions-repository.ts';

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
      tagIds: [],
      isPinned: false,
      isArchived: false,
      isUnread: false,
      createdAt: 1_000,
      updatedAt: 1_000,
      systemPrompt: 'Be brief.',
      parameters,
      activeLeafId: null,
      isModelChecked: false,
      promptTokens: 0,
      replyTokens: 0,
      description: '',
      metadata: {},
    });
    expect(db.getSession({ sessionId })).toEqual(session);
  });

  it('is refused under an id that is in use, also in the trash', async () => {
    db.createSession(newSession());
    db.trashSessions({ sessionIds: [sessionId], at: 2 });
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
    db.trashSessions({ sessionIds: [sessionId], at: 2 });
    expect(found()).toBeUndefined();
  });

  it('is none that somebody described, tagged or pinned', () => {
    const tag = db.createTag({ name: 'mine' });
    const changes = [
      () => db.updateSession({ sessionId, changes: { description: 'For later' } }),
      () => db.updateSession({ sessionId, changes: { metadata: { due: 'Friday' } } }),
      () =>
        db.changeSessions({
          sessionIds: [sessionId],
          change: { kind: 'tag', add: [tag.id], remove: [] },
          at: 2,
        }),
      () => db.changeSessions({ sessionIds: [sessionId], change: { kind: 'pin', isPinned: true }, at: 2 }),
    ];
    for (const [index, change] of changes.entries()) {
      connection.exec('DELETE FROM sessions');
      db.createSession(newSession());
      expect(found(), String(index)).toBe(sessionId);
      change();
      expect(found(), String(index)).toBeUndefined();
    }
  });

  it('is found along an index, however many sessions there are', () => {
    const plan = connection
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${findEmptySessionSql}`)
      .all({ projectKey: null })
      .map((step) => step.detail)
      .join('\n');
    expect(plan).toMatch(/SEARCH sessions USING INDEX sessions_untouched/);
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
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

  it('with an empty title takes nothing from a question in the trash', () => {
    db.insertTurn(newTurn('1', { text: 'First question' }));
    db.finishReply(finishedReply('r1'));
    db.insertTurn(newTurn('2', { text: 'Second question' }));
    db.finishReply(finishedReply('r2'));
    db.updateSession({ sessionId, changes: { title: 'My own' } });
    db.trashBranch({ sessionId, messageId: 'u1', at: 9 });
    expect(db.updateSession({ sessionId, changes: { title: '' } }).title).toBe('Second question');
  });

  it('with an empty title leaves it to the next question when there is none yet', () => {
    db.updateSession({ sessionId, changes: { title: 'My own' } });
    expect(db.updateSession({ sessionId, changes: { title: '' } }).title).toBe('');
    expect(db.insertTurn(newTurn('1')).session.title).toBe('Question 1');
  });

  it('keeps a description and fields of the user, the fields in their order', () => {
    const metadata = { status: 'draft', due: 'Friday', عربي: 'نعم' };
    const changed = db.updateSession({ sessionId, changes: { description: 'Why', metadata } });
    expect(changed).toMatchObject({ description: 'Why', metadata });
    expect(Object.keys(db.getSession({ sessionId }).metadata)).toEqual(Object.keys(metadata));
    expect(db.updateSession({ sessionId, changes: { metadata: {} } }).metadata).toEqual({});
    expect(db.getSession({ sessionId }).description).toBe('Why');
  });

  it('answers with exactly what is read afterwards', () => {
    const changes = {
      title: 'T\0',
      model: 'm',
      systemPrompt: 's',
      description: 'd\uD800',
      metadata: { a: '\0b' },
    };
    expect(db.updateSession({ sessionId, changes })).toEqual(db.getSession({ sessionId }));
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
    db.trashSessions({ sessionIds: [sessionId], at: 5 });
    expect(
      db.listSessions({ place: { kind: 'all' }, isArchived: false, sort: 'activity', after: null, limit: 5 })
        .sessions,
    ).toEqual([]);
    const report = { code: 'not-found', details: { what: 'session', id: sessionId } };
    const messageId = 'u1';
    const calls = [
      () => db.getSession({ sessionId }),
      () => db.updateSession({ sessionId, changes: {} }),
      () => db.openSession({ sessionId, limit: 1 }),
      () => db.listOlderMessages({ sessionId, beforeId: messageId, limit: 1 }),
      () => db.getMessage({ sessionId, messageId }),
      () => db.selectBranch({ sessionId, messageId }),
      () => db.saveDraft({ sessionId, text: 'x', at: 6 }),
      () => db.insertTurn(newTurn('2')),
      () =>
        db.insertReplies({ sessionId, userMessageId: 'u1', replies: [{ replyId: 'r9', model: 'm' }], at: 6 }),
      () => db.listBranch({ sessionId, messageId, withThinking: false }),
      () => db.exportSession({ sessionId }),
    ];
    for (const call of calls) expect(await reportOf(call)).toEqual(report);
    const id = { sessionIds: [sessionId] };
    expect(db.trashSessions({ ...id, at: 6 })).toEqual([]);
    expect(db.changeSessions({ ...id, change: { kind: 'pin', isPinned: true }, at: 6 })).toEqual([]);
    for (let times = 0; times < 2; times += 1) {
      expect(db.restoreSessions(id)).toEqual([summaryOf(before)]);
      expect(db.getSession({ sessionId })).toEqual(before);
    }
  });

  it('passes over a session that never was', () => {
    expect(db.restoreSessions({ sessionIds: [hexId(7)] })).toEqual([]);
  });

  it('never gives back a copy that was not finished', async () => {
    connection.exec('UPDATE sessions SET is_incomplete = 1, trashed_at = 4');
    expect(db.restoreSessions({ sessionIds: [sessionId] })).toEqual([]);
    expect(await codeOf(() => db.getSession({ sessionId }))).toBe('not-found');
  });
});
