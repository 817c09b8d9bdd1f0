import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionId } from '#shared/domain.ts';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { codeOf, hexId, memoryDatabase, newSession } from '../testing/fixtures.ts';

let db: Database;
let connection: Connection;

const work = hexId(0xa1);
const home = hexId(0xa2);

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createProject({ id: work, name: 'Work', at: 1 });
  db.createProject({ id: home, name: 'Home', at: 2 });
  for (const number of [1, 2, 3]) db.createSession(newSession({ id: hexId(number), at: 7, projectId: work }));
  db.createSession(newSession({ id: hexId(4), projectId: home }));
});

function trash(projectId: string, sessions: 'to-inbox' | 'to-trash', at = 50, limit = 2) {
  const answers = [];
  for (;;) {
    const answer = db.trashProject({ projectId, sessions, at, limit });
    answers.push(answer);
    if (answer.isDone) return answers;
  }
}

function restore(projectId: string, limit = 2) {
  let wentAt: number | null = null;
  for (;;) {
    const answer = db.restoreProject({ projectId, at: 60, wentAt, limit });
    if (answer.isDone) return answer.project;
    wentAt = answer.wentAt;
  }
}

const names = () => db.listProjects().map((project) => project.name);
const placeOf = (sessionId: SessionId) => db.getSession({ sessionId }).projectId;
const places = (...numbers: number[]) => numbers.map((number) => placeOf(hexId(number)));

describe('a project that goes to the trash', () => {
  it('leaves its sessions in the Inbox and takes them back', () => {
    const answers = trash(work, 'to-inbox');
    expect(answers.map((answer) => [answer.changed.length, answer.removed.length])).toEqual([
      [2, 0],
      [1, 0],
    ]);
    expect(names()).toEqual(['Home']);
    expect(places(1, 2, 3, 4)).toEqual([null, null, null, home]);

    expect(restore(work)).toMatchObject({ name: 'Work', sessionCount: 3 });
    expect(names()).toEqual(['Work', 'Home']);
    expect(places(1, 2, 3, 4)).toEqual([work, work, work, home]);
  });

  it('takes its sessions along and brings them back', async () => {
    const answers = trash(work, 'to-trash');
    expect(answers.flatMap((answer) => answer.removed).toSorted()).toEqual([1, 2, 3].map(hexId));
    expect(answers.flatMap((answer) => answer.changed)).toEqual([]);
    for (const number of [1, 2, 3]) expect(await codeOf(() => placeOf(hexId(number)))).toBe('not-found');

    expect(restore(work).sessionCount).toBe(3);
    expect(places(1, 2, 3, 4)).toEqual([work, work, work, home]);
  });

  it('brings back none that were in the trash before it', async () => {
    db.trashSessions({ sessionIds: [hexId(1)], at: 40 });
    expect(trash(work, 'to-trash').flatMap((answer) => answer.removed)).not.toContain(hexId(1));
    restore(work);
    expect(await codeOf(() => placeOf(hexId(1)))).toBe('not-found');
    expect(db.restoreSessions({ sessionIds: [hexId(1)] })).toMatchObject([{ projectId: work }]);
  });

  it('gives a session restored alone to the Inbox, and takes it back with its own return', () => {
    trash(work, 'to-trash');
    expect(db.restoreSessions({ sessionIds: [hexId(2)] })).toMatchObject([{ projectId: null }]);
    restore(work);
    expect(places(1, 2, 3)).toEqual([work, work, work]);
  });

  it('takes none back that were moved meanwhile, not even to the Inbox and on', () => {
    trash(work, 'to-inbox');
    trash(home, 'to-inbox');
    db.createProject({ id: hexId(0xa3), name: 'Garden', at: 3 });
    const move = (projectId: string | null) =>
      db.changeSessions({ sessionIds: [hexId(3)], change: { kind: 'move', projectId }, at: 55 });
    move(hexId(0xa3));
    restore(work);
    expect(places(1, 2, 3, 4)).toEqual([work, work, hexId(0xa3), null]);
    move(null);
    restore(work);
    expect(placeOf(hexId(3))).toBeNull();
  });

  it('gives a session its project back even when it was in the trash meanwhile', () => {
    db.trashSessions({ sessionIds: [hexId(1)], at: 4 });
    trash(work, 'to-inbox');
    restore(work);
    expect(db.restoreSessions({ sessionIds: [hexId(1)] })[0]?.projectId).toBe(work);
  });

  it('gives a session its project back that was away only while the session was in the trash', () => {
    trash(work, 'to-inbox');
    db.trashSessions({ sessionIds: [hexId(1)], at: 55 });
    db.restoreProject({ projectId: work, at: 60, wentAt: null, limit: 0 });
    expect(db.restoreSessions({ sessionIds: [hexId(1)] })).toMatchObject([{ projectId: work }]);
  });

  it('moves no session up in the list, neither going nor coming', () => {
    for (const sessions of ['to-inbox', 'to-trash'] as const) {
      trash(work, sessions);
      restore(work);
      expect(db.getSession({ sessionId: hexId(1) }).updatedAt).toBe(7);
    }
  });
});

describe('cut off half way', () => {
  it('the project is still there, and another attempt finishes', () => {
    db.trashProject({ projectId: work, sessions: 'to-inbox', at: 50, limit: 2 });
    expect(names()).toEqual(['Work', 'Home']);
    expect(places(1, 2, 3).filter((place) => place === null)).toHaveLength(2);
    trash(work, 'to-inbox', 51);
    expect(names()).toEqual(['Home']);
    restore(work);
    expect(places(1, 2, 3)).toEqual([work, work, work]);
  });

  it('a return is finished by another one', () => {
    trash(work, 'to-inbox');
    db.restoreProject({ projectId: work, at: 60, wentAt: null, limit: 1 });
    expect(restore(work).sessionCount).toBe(3);
  });
});

it('takes a session along that came while it was going', () => {
  db.trashProject({ projectId: work, sessions: 'to-inbox', at: 50, limit: 2 });
  db.createSession(newSession({ id: hexId(5), projectId: work }));
  trash(work, 'to-inbox');
  expect(placeOf(hexId(5))).toBeNull();
});

it('does not bring back what is being erased', async () => {
  trash(work, 'to-trash');
  connection.exec('UPDATE sessions SET trashed_at = 0 WHERE trashed_project_id IS NOT NULL');
  restore(work);
  for (const number of [1, 2, 3]) {
    expect(db.restoreSessions({ sessionIds: [hexId(number)] })).toEqual([]);
  }
  trash(home, 'to-trash');
  connection.exec("UPDATE projects SET trashed_at = 0 WHERE name = 'Home'");
  expect(await codeOf(() => restore(home))).toBe('not-found');
});

it('knows nothing of a project that never was', async () => {
  expect(await codeOf(() => restore(hexId(0xa9)))).toBe('not-found');
  expect(await codeOf(() => trash(hexId(0xa9), 'to-inbox'))).toBe('not-found');
});
