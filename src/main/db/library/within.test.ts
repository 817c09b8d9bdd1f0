import { beforeEach, describe, expect, it } from 'vitest';
import type { BulkChange } from '#shared/contract/sessions.ts';
import type { ProjectId } from '#shared/domain.ts';
import type { Database } from '../interface.ts';
import { finishedReply, hexId, memoryDatabase, newSession, newTurn, reportOf } from '../testing/fixtures.ts';

// E1: nothing of a session is reached under the name of a project it is not in.

let db: Database;
const home = hexId(0xa1);
const other = hexId(0xa2);
const nowhere = hexId(0xa9);
const inProject = hexId(1);
const inInbox = hexId(2);

beforeEach(() => {
  ({ db } = memoryDatabase());
  db.createProject({ id: home, name: 'Home', at: 1 });
  db.createProject({ id: other, name: 'Other', at: 2 });
  for (const [sessionId, projectId] of [
    [inProject, home],
    [inInbox, null],
  ] as const) {
    db.createSession(newSession({ id: sessionId, projectId }));
    db.insertTurn(newTurn(sessionId, { sessionId }));
    db.finishReply(finishedReply(`r${sessionId}`));
  }
});

const single = {
  getSession: (sessionId: string, within: ProjectId | null) => db.getSession({ sessionId, within }),
  openSession: (sessionId: string, within: ProjectId | null) =>
    db.openSession({ sessionId, within, limit: 5 }),
  listOlderMessages: (sessionId: string, within: ProjectId | null) =>
    db.listOlderMessages({ sessionId, within, beforeId: `r${sessionId}`, limit: 5 }),
  listNewerMessages: (sessionId: string, within: ProjectId | null) =>
    db.listNewerMessages({ sessionId, within, afterId: `u${sessionId}`, limit: 5 }),
  openSessionAt: (sessionId: string, within: ProjectId | null) =>
    db.openSessionAt({ sessionId, within, messageId: `u${sessionId}`, above: 2, below: 2 }),
  trashBranch: (sessionId: string, within: ProjectId | null) =>
    db.trashBranch({ sessionId, within, messageId: `u${sessionId}`, at: 9 }),
  getMessage: (sessionId: string, within: ProjectId | null) =>
    db.getMessage({ sessionId, within, messageId: `u${sessionId}` }),
  selectBranch: (sessionId: string, within: ProjectId | null) =>
    db.selectBranch({ sessionId, within, messageId: `u${sessionId}` }),
  updateSession: (sessionId: string, within: ProjectId | null) =>
    db.updateSession({ sessionId, within, changes: { title: 'Changed' } }),
  saveDraft: (sessionId: string, within: ProjectId | null) =>
    db.saveDraft({ sessionId, within, text: 'Changed', at: 9 }),
  exportSession: (sessionId: string, within: ProjectId | null) => db.exportSession({ sessionId, within }),
};
const calls = Object.keys(single) as (keyof typeof single)[];

describe.each([
  ['a session of a project', inProject, home, [other, null, nowhere]],
  ['a session of the Inbox', inInbox, null, [home, other, nowhere]],
] as const)('%s', (_name, sessionId, right, wrong) => {
  it.each(calls)('is not reached by %s through another place, and nothing happens', async (call) => {
    const before = db.exportSession({ sessionId });
    for (const within of wrong) {
      const report = await reportOf(() => single[call](sessionId, within));
      expect(report).toEqual({ code: 'not-found', details: { what: 'session', id: sessionId } });
    }
    expect(db.exportSession({ sessionId })).toEqual(before);
    expect(db.openSession({ sessionId, limit: 1 }).draft.text).toBe('');
  });

  it.each(calls)('is reached by %s through its own place', (call) => {
    expect(() => single[call](sessionId, right)).not.toThrow();
  });

  it('is neither changed nor trashed with many through another place', async () => {
    const before = db.getSession({ sessionId });
    const { id: tagId } = db.createTag({ name: 'x' });
    for (const within of wrong.filter((place) => place !== nowhere)) {
      const many = { sessionIds: [sessionId], within, at: 9 };
      const changes: readonly BulkChange[] = [
        { kind: 'move', projectId: other },
        { kind: 'pin', isPinned: true },
        { kind: 'archive', isArchived: true },
        { kind: 'mark', isUnread: true },
        { kind: 'tag', add: [tagId], remove: [] },
      ];
      for (const change of changes) expect(db.changeSessions({ ...many, change })).toEqual([]);
      expect(db.trashSessions(many)).toEqual([]);
    }
    const report = await reportOf(() =>
      db.trashSessions({ sessionIds: [sessionId], within: nowhere, at: 9 }),
    );
    expect(report).toEqual({ code: 'not-found', details: { what: 'project', id: nowhere } });
    expect(db.getSession({ sessionId })).toEqual(before);
  });

  it('is in the list of its own place only', () => {
    const list = (projectId: ProjectId | null) =>
      db
        .listSessions({
          place: { kind: 'project', projectId },
          isArchived: false,
          sort: 'activity',
          after: null,
          limit: 9,
        })
        .sessions.map((session) => session.id);
    expect(list(right)).toEqual([sessionId]);
    for (const within of wrong.filter((place) => place !== nowhere))
      expect(list(within)).not.toContain(sessionId);
  });
});

it('follows a session that moved meanwhile', async () => {
  db.changeSessions({ sessionIds: [inProject], change: { kind: 'move', projectId: other }, at: 9 });
  expect((await reportOf(() => db.getSession({ sessionId: inProject, within: home }))).code).toBe(
    'not-found',
  );
  expect(db.getSession({ sessionId: inProject, within: other }).id).toBe(inProject);
});

it('reads no message of another session under the name of one that may be read', async () => {
  const report = await reportOf(() =>
    db.getMessage({ sessionId: inProject, within: home, messageId: `u${inInbox}` }),
  );
  expect(report).toEqual({ code: 'not-found', details: { what: 'message', id: `u${inInbox}` } });
});
