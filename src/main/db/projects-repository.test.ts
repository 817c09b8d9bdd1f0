import { beforeEach, expect, it } from 'vitest';
import type { Database } from './interface.ts';
import type { Connection } from './statements.ts';
import { codeOf, hexId, memoryDatabase, newSession, reportOf } from './testing/fixtures.ts';

let db: Database;
let connection: Connection;

const work = hexId(0xa1);
const home = hexId(0xa2);

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createProject({ id: work, name: 'Work', at: 1 });
  db.createProject({ id: home, name: 'Home', at: 2 });
});

const names = () => db.listProjects().map((project) => project.name);
const placeOf = (sessionId: string) => db.getSession({ sessionId }).projectId;

it('lists projects in the order of their making, each with its own colour', () => {
  expect(db.listProjects()).toEqual([
    { id: work, name: 'Work', colour: 0, sessionCount: 0 },
    { id: home, name: 'Home', colour: 1, sessionCount: 0 },
  ]);
});

it('begins again with the first colour when all are given', () => {
  for (let number = 2; number <= 8; number += 1)
    db.createProject({ id: hexId(number), name: `${number}`, at: 3 });
  expect(db.listProjects().at(-1)?.colour).toBe(0);
});

it('refuses a second project with the same id', async () => {
  expect(await codeOf(() => db.createProject({ id: work, name: 'Again', at: 3 }))).toBe('invalid-input');
});

it('counts the sessions that are shown, not those in the trash', () => {
  db.createSession(newSession({ id: hexId(1), projectId: work }));
  db.createSession(newSession({ id: hexId(2), projectId: work }));
  db.trashSession({ sessionId: hexId(2), at: 5 });
  expect(db.listProjects().map((project) => project.sessionCount)).toEqual([1, 0]);
});

it('renames', () => {
  expect(db.renameProject({ projectId: work, name: 'Office', at: 3 }).name).toBe('Office');
  expect(names()).toEqual(['Office', 'Home']);
});

it('moves the sessions of a project that goes to the trash to the Inbox, and back when it is restored', () => {
  db.createSession(newSession({ id: hexId(1), projectId: work }));
  db.createSession(newSession({ id: hexId(2), projectId: home }));
  db.trashProject({ projectId: work, at: 5 });
  expect(names()).toEqual(['Home']);
  expect(placeOf(hexId(1))).toBeNull();
  expect(placeOf(hexId(2))).toBe(home);

  expect(db.restoreProject({ projectId: work, at: 6 })).toMatchObject({ name: 'Work', sessionCount: 1 });
  expect(names()).toEqual(['Work', 'Home']);
  expect(placeOf(hexId(1))).toBe(work);
});

it('takes back its own sessions only, and none that went elsewhere meanwhile', () => {
  db.createSession(newSession({ id: hexId(1), projectId: work }));
  db.createSession(newSession({ id: hexId(2), projectId: home }));
  db.createSession(newSession({ id: hexId(3), projectId: work }));
  db.createProject({ id: hexId(0xa3), name: 'Garden', at: 3 });
  db.trashProject({ projectId: work, at: 5 });
  db.trashProject({ projectId: home, at: 5 });
  connection.exec(`
    UPDATE sessions
    SET project_id = (SELECT id FROM projects WHERE name = 'Garden')
    WHERE public_id = '${hexId(3)}'
  `);
  db.restoreProject({ projectId: work, at: 6 });
  expect([1, 2, 3].map((number) => placeOf(hexId(number)))).toEqual([work, null, hexId(0xa3)]);
});

it('gives a session its project back even when it was in the trash meanwhile', () => {
  db.createSession(newSession({ id: hexId(1), projectId: work }));
  db.trashSession({ sessionId: hexId(1), at: 4 });
  db.trashProject({ projectId: work, at: 5 });
  db.restoreProject({ projectId: work, at: 6 });
  expect(db.restoreSession({ sessionId: hexId(1) }).projectId).toBe(work);
});

it('does not move sessions up in the list when their project goes and comes back', () => {
  db.createSession(newSession({ id: hexId(1), projectId: work, at: 7 }));
  db.trashProject({ projectId: work, at: 50 });
  db.restoreProject({ projectId: work, at: 60 });
  expect(db.getSession({ sessionId: hexId(1) }).updatedAt).toBe(7);
});

it('knows no project that is in the trash', async () => {
  db.trashProject({ projectId: work, at: 5 });
  const report = { code: 'not-found', details: { what: 'project', id: work } };
  expect(await reportOf(() => db.renameProject({ projectId: work, name: 'x', at: 6 }))).toEqual(report);
  expect(await reportOf(() => db.trashProject({ projectId: work, at: 6 }))).toEqual(report);
  expect(await reportOf(() => db.createSession(newSession({ projectId: work })))).toEqual(report);
  expect(await reportOf(() => db.listSessions({ projectId: work, after: null, limit: 1 }))).toEqual(report);
  expect(await reportOf(() => db.findEmptySession({ projectId: work }))).toEqual(report);
});
