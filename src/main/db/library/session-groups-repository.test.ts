import { beforeEach, describe, expect, it } from 'vitest';
import type { BulkChange } from '#shared/contract/sessions.ts';
import type { SessionSummary } from '#shared/domain.ts';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { codeOf, hexId, memoryDatabase, newSession, reportOf } from '../testing/fixtures.ts';

let db: Database;
let connection: Connection;

const work = hexId(0xa1);
const one = hexId(1);
const two = hexId(2);
const gone = hexId(99);

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createProject({ id: work, name: 'Work', at: 1 });
  db.createSession(newSession({ id: one, at: 10 }));
  db.createSession(newSession({ id: two, at: 20 }));
});

const change = (each: BulkChange, sessionIds = [one, two]) =>
  db.changeSessions({ sessionIds, change: each, at: 500 });
const idsOf = (sessions: readonly SessionSummary[]) => sessions.map((session) => session.id);

describe('a change to several sessions', () => {
  it.each<[BulkChange, BulkChange, Partial<SessionSummary>]>([
    [{ kind: 'move', projectId: work }, { kind: 'move', projectId: null }, { projectId: work }],
    [{ kind: 'pin', isPinned: true }, { kind: 'pin', isPinned: false }, { isPinned: true }],
    [{ kind: 'archive', isArchived: true }, { kind: 'archive', isArchived: false }, { isArchived: true }],
    [{ kind: 'mark', isUnread: true }, { kind: 'mark', isUnread: false }, { isUnread: true }],
  ])('%o gives those that are different now, and %o takes it back', (there, back, state) => {
    const before = [one, two].map((sessionId) => db.getSession({ sessionId }));
    expect(change(there)).toMatchObject([
      { id: one, ...state },
      { id: two, ...state },
    ]);
    expect(change(there)).toEqual([]);
    expect(db.getSession({ sessionId: one })).toMatchObject(state);
    expect(idsOf(change(back, [two, one]))).toHaveLength(2);
    expect([one, two].map((sessionId) => db.getSession({ sessionId }))).toEqual(before);
  });

  it('passes over what is not there, is in the trash, or is named twice', () => {
    db.trashSessions({ sessionIds: [two], at: 30 });
    expect(idsOf(change({ kind: 'pin', isPinned: true }, [gone, one, two, one]))).toEqual([one]);
    expect(db.restoreSessions({ sessionIds: [two] })).toMatchObject([{ isPinned: false }]);
  });

  it('leaves everything as it is when the project to move to is gone', async () => {
    db.trashProject({ projectId: work, sessions: 'to-inbox', at: 40, limit: 10 });
    const report = await reportOf(() => change({ kind: 'move', projectId: work }));
    expect(report).toEqual({ code: 'not-found', details: { what: 'project', id: work } });
    expect(db.getSession({ sessionId: one }).projectId).toBeNull();
  });

  it('keeps the time a session was pinned at when it is pinned again', () => {
    db.changeSessions({ sessionIds: [one], change: { kind: 'pin', isPinned: true }, at: 100 });
    change({ kind: 'pin', isPinned: true });
    const pinnedAt = connection
      .prepare('SELECT pinned_at FROM sessions WHERE public_id = ?')
      .pluck()
      .get(one);
    expect(pinnedAt).toBe(100);
  });

  it('changes the counts of the projects', () => {
    const count = () => db.getProject({ projectId: work }).sessionCount;
    change({ kind: 'move', projectId: work });
    expect(count()).toBe(2);
    change({ kind: 'archive', isArchived: true }, [one]);
    expect(count()).toBe(1);
    db.trashSessions({ sessionIds: [one, two], at: 1 });
    expect(count()).toBe(0);
    db.restoreSessions({ sessionIds: [one, two] });
    expect(count()).toBe(1);
    change({ kind: 'move', projectId: null });
    expect(count()).toBe(0);
  });
});

describe('tags of several sessions', () => {
  it('are added and taken away at once, and listed by name', () => {
    const [b, a, c] = ['b', 'a', 'c'].map((name) => db.createTag({ name }).id) as [number, number, number];
    expect(change({ kind: 'tag', add: [b, a], remove: [] })).toMatchObject([
      { tagIds: [a, b] },
      { tagIds: [a, b] },
    ]);
    expect(change({ kind: 'tag', add: [c, a], remove: [b] }, [one])).toMatchObject([{ tagIds: [a, c] }]);
    expect(change({ kind: 'tag', add: [a], remove: [77] })).toEqual([]);
    expect(db.getSession({ sessionId: two }).tagIds).toEqual([a, b]);
  });

  it('are refused when one of them is not there or in the trash', async () => {
    const { id } = db.createTag({ name: 'old' });
    const { id: other } = db.createTag({ name: 'new' });
    db.trashTag({ tagId: id, at: 5 });
    const report = await reportOf(() => change({ kind: 'tag', add: [other, id], remove: [] }));
    expect(report).toEqual({ code: 'not-found', details: { what: 'tag', id: String(id) } });
    expect(await codeOf(() => change({ kind: 'tag', add: [1234], remove: [] }))).toBe('not-found');
    expect(db.getSession({ sessionId: one }).tagIds).toEqual([]);
  });
});

describe('the way to the trash', () => {
  it('tells which went there just now', () => {
    db.trashSessions({ sessionIds: [one], at: 30 });
    expect(db.trashSessions({ sessionIds: [gone, two, one], at: 40 })).toEqual([two]);
    const times = connection.prepare('SELECT trashed_at FROM sessions ORDER BY id').pluck().all();
    expect(times).toEqual([30, 40]);
  });

  it('and back keeps pin, archive, tags, mark and place', () => {
    const { id } = db.createTag({ name: 'a' });
    change({ kind: 'move', projectId: work });
    change({ kind: 'pin', isPinned: true });
    change({ kind: 'mark', isUnread: true });
    change({ kind: 'tag', add: [id], remove: [] });
    const before = db.getSession({ sessionId: one });
    db.trashSessions({ sessionIds: [one], at: 30 });
    db.restoreSessions({ sessionIds: [one] });
    expect(db.getSession({ sessionId: one })).toEqual(before);
  });
});
