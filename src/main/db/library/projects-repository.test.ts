import { beforeEach, expect, it } from 'vitest';
import type { ProjectChanges } from '#shared/contract/projects.ts';
import type { Database } from '../interface.ts';
import { codeOf, hexId, memoryDatabase, newSession, reportOf } from '../testing/fixtures.ts';

let db: Database;

const work = hexId(0xa1);
const home = hexId(0xa2);

beforeEach(() => {
  ({ db } = memoryDatabase());
  db.createProject({ id: work, name: 'Work', at: 1 });
  db.createProject({ id: home, name: 'Home', at: 2 });
});

const untouched = {
  description: '',
  defaults: { model: null, systemPrompt: null, parameters: {} },
  isArchived: false,
  sessionCount: 0,
};
const names = () => db.listProjects().map((project) => project.name);

it('lists projects in the order of their making, each with its own colour', () => {
  expect(db.listProjects()).toEqual([
    { ...untouched, id: work, name: 'Work', colour: 0 },
    { ...untouched, id: home, name: 'Home', colour: 1 },
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
  db.trashSessions({ sessionIds: [hexId(2)], at: 5 });
  expect(db.listProjects().map((project) => project.sessionCount)).toEqual([1, 0]);
});

it('changes what is named and keeps the rest', () => {
  const defaults = { model: 'qwen3:8b', systemPrompt: 'Be\0 brief.', parameters: { temperature: 0.1 } };
  const change = (changes: ProjectChanges) => db.updateProject({ projectId: work, changes, at: 3 });
  expect(change({ name: 'Office' })).toEqual({ ...untouched, id: work, name: 'Office', colour: 0 });
  expect(change({ defaults })).toMatchObject({
    name: 'Office',
    defaults: { ...defaults, systemPrompt: 'Be brief.' },
  });
  expect(change({ description: 'Papers', colour: 5, isArchived: true })).toMatchObject({
    name: 'Office',
    description: 'Papers',
    colour: 5,
    isArchived: true,
    defaults: { model: 'qwen3:8b' },
  });
  expect(change({ isArchived: false })).toMatchObject({ isArchived: false, description: 'Papers' });
  expect(names()).toEqual(['Office', 'Home']);
});

it('keeps its sessions when it is archived', () => {
  db.createSession(newSession({ projectId: work }));
  db.updateProject({ projectId: work, changes: { isArchived: true }, at: 3 });
  expect(db.listProjects()[0]).toMatchObject({ isArchived: true, sessionCount: 1 });
  expect(db.getSession({ sessionId: hexId(1), within: work }).projectId).toBe(work);
});

it('knows no project that is in the trash', async () => {
  db.trashProject({ projectId: work, sessions: 'to-inbox', at: 5, limit: 10 });
  const report = { code: 'not-found', details: { what: 'project', id: work } };
  expect(await reportOf(() => db.updateProject({ projectId: work, changes: { name: 'x' }, at: 6 }))).toEqual(
    report,
  );
  const again = { projectId: work, sessions: 'to-trash', at: 6, limit: 10 } as const;
  expect(await reportOf(() => db.trashProject(again))).toEqual(report);
  expect(await reportOf(() => db.getProject({ projectId: work }))).toEqual(report);
  expect(await reportOf(() => db.createSession(newSession({ projectId: work })))).toEqual(report);
  const list = { isArchived: false, sort: 'activity', after: null, limit: 1 } as const;
  const place = { kind: 'project', projectId: work } as const;
  expect(await reportOf(() => db.listSessions({ ...list, place }))).toEqual(report);
  const move = { sessionIds: [hexId(1)], change: { kind: 'move', projectId: work }, at: 6 } as const;
  expect(await reportOf(() => db.changeSessions(move))).toEqual(report);
  expect(await reportOf(() => db.findEmptySession({ projectId: work }))).toEqual(report);
});
