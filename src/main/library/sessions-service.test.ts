import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoModels } from '#demo-server/catalogue.ts';
import { type DemoServer, startDemoServer } from '#demo-server/demo-server.ts';
import { type EventName, type EventPayload, requests } from '#shared/contract/index.ts';
import { titleLimit } from '#shared/contract/sessions.ts';
import type { SessionDefaults, SessionId } from '#shared/domain.ts';
import { defaultSettings, type Settings } from '#shared/settings.ts';
import { workerPath } from '../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/thread/client.ts';
import { createModelsService } from '../models/models-service.ts';
import { createOllamaClient } from '../ollama/ollama-client.ts';
import { newId } from './ids.ts';
import { createSessionsService, type SessionsService } from './sessions-service.ts';

type Emitted = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> };
}[EventName];

let folder: string;
let database: DatabaseClient;
let ollama: DemoServer;
let sessions: SessionsService;
let settings: Settings;
let emitted: Emitted[];
let now: number;
/** Sessions that are answering, and those that were stopped. */
let running: SessionId[];
let stopped: SessionId[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlor-sessions-'));
  database = await openDatabaseClient({ workerPath, databasePath: join(folder, 'parlor.db') });
  ollama = await startDemoServer();
  settings = defaultSettings;
  emitted = [];
  now = 1_000;
  running = [];
  stopped = [];
  sessions = serviceOf(database);
});

function serviceOf({ db }: DatabaseClient): SessionsService {
  const client = createOllamaClient({ address: ollama.address });
  return createSessionsService({
    db,
    models: createModelsService({ client: () => client, preferredModel: () => settings.defaultModel }),
    replies: {
      running: () => [],
      busy: () => running,
      async stopAndWait(sessionId) {
        stopped.push(sessionId);
      },
    },
    settings: () => settings,
    emit: (name, payload) => emitted.push({ name, payload } as Emitted),
    now: () => now++,
  });
}

async function listed() {
  const place = { kind: 'all' } as const;
  const list = { place, isArchived: false, sort: 'activity', after: null, limit: 500 } as const;
  return (await database.db.listSessions(list)).sessions;
}

async function newSessions(count: number, projectId: string | null = null): Promise<SessionId[]> {
  const base = { model: null, isModelChecked: false, systemPrompt: '', parameters: {}, at: 1 };
  const ids = Array.from({ length: count }, () => newId());
  await Promise.all(ids.map((id) => database.db.createSession({ ...base, id, projectId })));
  return ids;
}

const named = <Name extends EventName>(name: Name) =>
  emitted.flatMap((event) => (event.name === name ? [event.payload as EventPayload<Name>] : []));

afterEach(async () => {
  await database.close();
  await ollama.close();
  await rm(folder, { recursive: true });
});

describe('a new session', () => {
  it('gets the preferred model and the default system prompt', async () => {
    settings = { ...settings, defaultModel: 'parlor-demo-thinking:latest', defaultSystemPrompt: 'Be kind.' };
    const session = await sessions.create({ projectId: null, model: null });
    expect(session).toMatchObject({
      model: 'parlor-demo-thinking:latest',
      isModelChecked: true,
      systemPrompt: 'Be kind.',
    });
    expect(emitted).toMatchObject([
      { name: 'sessions:changed', payload: [{ id: session.id }] },
      { name: 'projects:changed' },
    ]);
  });

  it('gets an installed model when the preferred one is gone', async () => {
    settings = { ...settings, defaultModel: 'deleted:7b' };
    const { model } = await sessions.create({ projectId: null, model: null });
    expect(model).toBe('parlor-demo:latest');
  });

  it('is not created with a model that Ollama does not have', async () => {
    await expect(sessions.create({ projectId: null, model: 'nobody:1b' })).rejects.toMatchObject({
      code: 'model-missing',
    });
    expect(await listed()).toEqual([]);
  });

  it('is created and marked unchecked while Ollama is away', async () => {
    await ollama.close();
    settings = { ...settings, defaultModel: 'tea:7b' };
    expect(await sessions.create({ projectId: null, model: null })).toMatchObject({
      model: 'tea:7b',
      isModelChecked: false,
    });
  });

  it('gets its model later when there was none to be had, without a second session', async () => {
    ollama.setModels([]);
    const first = await sessions.create({ projectId: null, model: null });
    expect(first.model).toBeNull();
    ollama.setModels(demoModels);
    expect(await sessions.create({ projectId: null, model: null })).toMatchObject({
      id: first.id,
      model: 'parlor-demo:latest',
    });
  });

  it('does not wait for an Ollama that is silent', async () => {
    ollama.setBehaviour({ kind: 'hold', at: 'everywhere' });
    expect(await sessions.create({ projectId: null, model: null })).toMatchObject({
      model: null,
      isModelChecked: false,
    });
  });

  it('is the empty one that is there already, not a second one', async () => {
    const first = await sessions.create({ projectId: null, model: null });
    expect((await sessions.create({ projectId: null, model: null })).id).toBe(first.id);
    await database.db.saveDraft({ sessionId: first.id, text: 'half a thought', at: 1 });
    expect((await sessions.create({ projectId: null, model: null })).id).not.toBe(first.id);
  });
});

describe('changing the model of a session', () => {
  it('is refused when Ollama does not have it, and changes nothing', async () => {
    const { id: sessionId, model } = await sessions.create({ projectId: null, model: null });
    await expect(
      sessions.update({ sessionId, changes: { model: 'nobody:1b', title: 'X' } }),
    ).rejects.toMatchObject({
      code: 'model-missing',
    });
    expect(await database.db.getSession({ sessionId })).toMatchObject({ model, title: '' });
  });

  it('is kept unchecked while Ollama is away', async () => {
    const { id: sessionId } = await sessions.create({ projectId: null, model: null });
    await ollama.close();
    expect(await sessions.update({ sessionId, changes: { model: 'tea:7b' } })).toMatchObject({
      model: 'tea:7b',
      isModelChecked: false,
    });
  });
});

describe('changing parameters', () => {
  it('keeps both of two changes on their way at once', async () => {
    const { id: sessionId } = await sessions.create({ projectId: null, model: null });
    await Promise.all([
      sessions.update({ sessionId, changes: { parameters: { temperature: 0.2 } } }),
      sessions.update({ sessionId, changes: { parameters: { numCtx: 16_384 } } }),
    ]);
    const { parameters } = await database.db.getSession({ sessionId });
    expect(parameters).toEqual({ temperature: 0.2, numCtx: 16_384 });
  });
});

describe('a new session of a project', () => {
  const projectId = '00000000a1';
  const defaults = { model: null, systemPrompt: null, parameters: {} };
  const create = () => sessions.create({ projectId, model: null });

  async function newProject(given: Partial<SessionDefaults>) {
    await database.db.createProject({ id: projectId, name: 'Work', at: 1 });
    const changes = { defaults: { ...defaults, ...given } };
    await database.db.updateProject({ projectId, changes, at: 2 });
  }

  it('inherits model, system prompt and parameters, then what the settings say', async () => {
    settings = { ...settings, defaultSystemPrompt: 'Be kind.', defaultModel: 'parlor-demo-thinking:latest' };
    await newProject({ parameters: { temperature: 0.2 } });
    expect(await create()).toMatchObject({
      projectId,
      model: 'parlor-demo-thinking:latest',
      systemPrompt: 'Be kind.',
      parameters: { temperature: 0.2 },
    });
    const changes = { defaults: { model: 'parlor-demo:latest', systemPrompt: '', parameters: { topK: 1 } } };
    await database.db.updateProject({ projectId, changes, at: 3 });
    expect(await create()).toMatchObject({
      model: 'parlor-demo:latest',
      isModelChecked: true,
      systemPrompt: '',
      parameters: { topK: 1 },
    });
  });

  it('gets another model when the one of the project is gone, and is not made twice', async () => {
    await newProject({ model: 'deleted:7b' });
    const { id, model } = await create();
    expect(model).toBe('parlor-demo:latest');
    expect((await create()).id).toBe(id);
  });

  it('keeps the model of the project unchecked while Ollama is away', async () => {
    await newProject({ model: 'tea:7b' });
    await ollama.close();
    expect(await create()).toMatchObject({ model: 'tea:7b', isModelChecked: false });
  });

  it('is not an empty one that somebody gave another system prompt', async () => {
    await newProject({});
    const { id: sessionId } = await create();
    await sessions.update({ sessionId, changes: { systemPrompt: 'Rhyme.' } });
    expect((await create()).id).not.toBe(sessionId);
  });

  it('is not made in a project that is gone', async () => {
    await expect(create()).rejects.toMatchObject({
      report: { code: 'not-found', details: { what: 'project', id: projectId } },
    });
    expect(await listed()).toEqual([]);
  });
});

describe('opening', () => {
  it('makes an unread session read, once, also after a restart', async () => {
    const [sessionId = ''] = await newSessions(1);
    const change = { kind: 'mark', isUnread: true } as const;
    await sessions.changeMany({ sessionIds: [sessionId], change });
    await database.close();
    database = await openDatabaseClient({ workerPath, databasePath: join(folder, 'parlor.db') });
    sessions = serviceOf(database);
    expect(await listed()).toMatchObject([{ isUnread: true }]);
    emitted = [];
    expect((await sessions.open({ sessionId })).session.isUnread).toBe(false);
    await sessions.open({ sessionId });
    expect(emitted).toMatchObject([{ name: 'sessions:changed', payload: [{ isUnread: false }] }]);
    expect(await listed()).toMatchObject([{ isUnread: false }]);
  });
});

describe('many sessions at once', () => {
  it('are changed in chunks, each told in one event, those that are gone passed over', async () => {
    const ids = await newSessions(250);
    await database.db.createProject({ id: '00000000a1', name: 'Work', at: 1 });
    const sessionIds = [...ids, 'ffffffffff', ids[0] ?? ''];
    const change = { kind: 'move', projectId: '00000000a1' } as const;
    const changed = await sessions.changeMany({ sessionIds, change });
    expect(changed.map((session) => session.id)).toEqual(ids);
    expect(changed.every((session) => session.updatedAt === 1)).toBe(true);
    expect(named('sessions:changed').map((payload) => payload.length)).toEqual([100, 100, 50]);
    expect(named('projects:changed')).toHaveLength(1);
    emitted = [];
    expect(await sessions.changeMany({ sessionIds, change })).toEqual([]);
    expect(emitted).toEqual([]);
  });

  it('stay where they are when the project to move to is gone', async () => {
    const sessionIds = await newSessions(3);
    const change = { kind: 'move', projectId: '00000000a9' } as const;
    await expect(sessions.changeMany({ sessionIds, change })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listed()).map((session) => session.projectId)).toEqual([null, null, null]);
  });

  it('lose nothing when their project goes while they are moved to it', async () => {
    const sessionIds = await newSessions(250);
    const projectId = '00000000a1';
    await database.db.createProject({ id: projectId, name: 'Work', at: 1 });
    const moving = sessions.changeMany({ sessionIds, change: { kind: 'move', projectId } });
    // In line behind the first chunk.
    const trashed = database.db.trashProject({ projectId, sessions: 'to-inbox', at: 5, limit: 500 });
    await expect(moving).rejects.toMatchObject({ code: 'not-found' });
    expect((await trashed).changed).toHaveLength(100);
    expect(await listed()).toHaveLength(250);
    expect((await listed()).filter((session) => session.projectId !== null)).toEqual([]);
  });

  it('of two requests at the same time are all changed by both', async () => {
    const sessionIds = await newSessions(300);
    await Promise.all([
      sessions.changeMany({ sessionIds, change: { kind: 'pin', isPinned: true } }),
      sessions.changeMany({
        sessionIds: sessionIds.toReversed(),
        change: { kind: 'archive', isArchived: true },
      }),
      sessions.update({ sessionId: sessionIds[0] ?? '', changes: { title: 'Mine' } }),
    ]);
    const { db } = database;
    const all = await Promise.all(sessionIds.map((sessionId) => db.getSession({ sessionId })));
    expect(all.every((session) => session.isPinned && session.isArchived)).toBe(true);
    expect(all[0]?.title).toBe('Mine');
  });
});

describe('the trash', () => {
  it('takes sessions off the list and gives them back', async () => {
    const [one = '', two = ''] = await newSessions(2);
    expect(await sessions.trash({ sessionIds: [one, two, 'ffffffffff'] })).toEqual([one, two]);
    await expect(sessions.open({ sessionId: one })).rejects.toMatchObject({ code: 'not-found' });
    expect(await sessions.trash({ sessionIds: [one] })).toEqual([]);
    await sessions.restore({ sessionIds: [one, two] });
    expect((await sessions.open({ sessionId: one })).session.id).toBe(one);
    expect(emitted.map((event) => event.name)).toEqual([
      'sessions:removed',
      'trash:changed',
      'projects:changed',
      'sessions:changed',
      'trash:changed',
      'projects:changed',
    ]);
  });

  it('stops the answers of what goes there, and of nothing else', async () => {
    const [one = '', two = '', three = ''] = await newSessions(3);
    running = [one, two, three];
    await sessions.trash({ sessionIds: [one, three] });
    expect(stopped).toEqual([one, three]);
  });

  it('stops no answer of a session that is not in the project that was named', async () => {
    const projectId = '00000000a1';
    await database.db.createProject({ id: projectId, name: 'Work', at: 1 });
    const [mine = ''] = await newSessions(1, projectId);
    const [other = ''] = await newSessions(1);
    running = [mine, other];
    expect(await sessions.trash({ sessionIds: [mine, other], within: projectId })).toEqual([mine]);
    expect(stopped).toEqual([mine]);
    expect((await listed()).map((session) => session.id)).toEqual([other]);
  });
});

describe('a title', () => {
  const parse = (title: string) =>
    v.parse(requests['sessions:update'].input, { sessionId: '0000000001', changes: { title } }).changes;
  const rename = async (title: string) => {
    const [sessionId = ''] = await newSessions(1);
    return (await sessions.update({ sessionId, changes: parse(title) })).title;
  };

  it('of 10 MB is cut', async () => {
    expect(await rename('x'.repeat(10_000_000))).toBe('x'.repeat(titleLimit));
    expect(await rename('🫖'.repeat(5_000_000))).toBe('🫖'.repeat(titleLimit));
  });

  it('from right to left, or with characters of no width, is kept as it is', async () => {
    for (const title of ['שלום עולם', '\u202eabc\u202c', 'a\u200bb']) expect(await rename(title)).toBe(title);
  });

  it('that shows nothing is none, and half characters become whole ones', async () => {
    expect(await rename('\u200b\u2060 ')).toBe('');
    expect(await rename('a\0b\uD83E')).toBe('ab\uFFFD');
  });
});
