import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventName, EventPayload } from '#shared/contract/index.ts';
import type { ProjectId, SessionId } from '#shared/domain.ts';
import { temporaryFolder, workerPath } from '../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/thread/client.ts';
import { newId } from './ids.ts';
import { createProjectsService, type ProjectsService } from './projects-service.ts';

let folder: ReturnType<typeof temporaryFolder>;
let database: DatabaseClient;
let projects: ProjectsService;
let emitted: { readonly name: EventName; readonly payload: unknown }[];
let running: SessionId[];
let stopped: SessionId[];

beforeEach(async () => {
  folder = temporaryFolder();
  database = await openDatabaseClient({ workerPath, databasePath: `${folder.path}/parlor.db` });
  [emitted, running, stopped] = [[], [], []];
  projects = createProjectsService({
    db: database.db,
    replies: {
      running: () => [],
      busy: () => running,
      async stopAndWait(sessionId) {
        stopped.push(sessionId);
      },
    },
    emit: (name, payload) => emitted.push({ name, payload }),
    now: Date.now,
  });
});

afterEach(async () => {
  await database.close();
  folder.remove();
});

const named = <Name extends EventName>(name: Name) =>
  emitted.flatMap((event) => (event.name === name ? [event.payload as EventPayload<Name>] : []));

async function newSessions(count: number, projectId: ProjectId | null): Promise<SessionId[]> {
  const base = { model: null, isModelChecked: false, systemPrompt: '', parameters: {}, at: 1 };
  const ids = Array.from({ length: count }, () => newId());
  await Promise.all(ids.map((id) => database.db.createSession({ ...base, id, projectId })));
  return ids;
}

async function counted(projectId: ProjectId | null, isArchived = false): Promise<number> {
  const place = { kind: 'project', projectId } as const;
  const list = { place, isArchived, sort: 'activity', after: null, limit: 1_000 } as const;
  return (await database.db.listSessions(list)).sessions.length;
}

it('creates and changes a project, and tells of both', async () => {
  const { id: projectId } = await projects.create({ name: 'Work' });
  const changed = await projects.update({ projectId, changes: { name: 'Office', isArchived: true } });
  expect(changed).toMatchObject({ id: projectId, name: 'Office', isArchived: true });
  expect(await database.db.listProjects()).toEqual([changed]);
  expect(named('projects:changed')).toHaveLength(2);
});

describe('a project of many sessions', () => {
  it('leaves them in the Inbox, in chunks, and takes them back', async () => {
    const { id: projectId } = await projects.create({ name: 'Work' });
    await newSessions(250, projectId);
    await newSessions(1, null);
    await projects.trash({ projectId, sessions: 'to-inbox' });
    expect(named('sessions:changed').map((payload) => payload.length)).toEqual([100, 100, 50]);
    expect(await counted(null)).toBe(251);
    expect(await database.db.listProjects()).toEqual([]);

    expect(await projects.restore({ projectId })).toMatchObject({ sessionCount: 250 });
    expect([await counted(projectId), await counted(null)]).toEqual([250, 1]);
  });

  it('takes them to the trash, their answers stopped first, and brings them back', async () => {
    const { id: projectId } = await projects.create({ name: 'Work' });
    const mine = await newSessions(250, projectId);
    const [other = ''] = await newSessions(1, null);
    running = [mine[3] ?? '', other];
    await projects.trash({ projectId, sessions: 'to-trash' });
    expect(stopped).toEqual([mine[3]]);
    expect(named('sessions:removed').flat()).toHaveLength(250);
    expect(await counted(null)).toBe(1);

    await projects.restore({ projectId });
    expect(await counted(projectId)).toBe(250);
    expect(named('sessions:changed').flat()).toHaveLength(250);
    expect(named('trash:changed')).toHaveLength(2);
  });

  it('stops no answer of sessions that stay in the Inbox', async () => {
    const { id: projectId } = await projects.create({ name: 'Work' });
    running = await newSessions(1, projectId);
    await projects.trash({ projectId, sessions: 'to-inbox' });
    expect(stopped).toEqual([]);
  });
});

it('keeps its archived sessions archived on the way there and back', async () => {
  const { id: projectId } = await projects.create({ name: 'Work' });
  const sessionIds = await newSessions(2, projectId);
  const change = { kind: 'archive', isArchived: true } as const;
  await database.db.changeSessions({ sessionIds, change, at: 1 });
  await projects.trash({ projectId, sessions: 'to-trash' });
  await projects.restore({ projectId });
  expect([await counted(projectId), await counted(projectId, true)]).toEqual([0, 2]);
});

it('says which project is not there', async () => {
  const report = { code: 'not-found', details: { what: 'project', id: '00000000a9' } };
  const projectId = '00000000a9';
  await expect(projects.trash({ projectId, sessions: 'to-inbox' })).rejects.toMatchObject({ report });
  await expect(projects.restore({ projectId })).rejects.toMatchObject({ report });
  await expect(projects.update({ projectId, changes: {} })).rejects.toMatchObject({ report });
});
