import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoModels } from '#demo-server/catalogue.ts';
import { type DemoServer, startDemoServer } from '#demo-server/demo-server.ts';
import { defaultSettings, type Settings } from '#shared/settings.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/client.ts';
import { createModelsService } from '../models/models-service.ts';
import { createOllamaClient } from '../ollama/ollama-client.ts';
import { createSessionsService, type SessionsService } from './sessions-service.ts';

const workerPath = new URL('../db/worker.ts', import.meta.url).pathname;

let folder: string;
let database: DatabaseClient;
let ollama: DemoServer;
let sessions: SessionsService;
let settings: Settings;
let emitted: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlor-sessions-'));
  database = await openDatabaseClient({ workerPath, databasePath: join(folder, 'parlor.db') });
  ollama = await startDemoServer();
  settings = defaultSettings;
  emitted = [];
  const client = createOllamaClient({ address: ollama.address });
  sessions = createSessionsService({
    db: database.db,
    models: createModelsService({ client: () => client, preferredModel: () => settings.defaultModel }),
    settings: () => settings,
    emit: (name) => emitted.push(name),
    now: Date.now,
  });
});

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
    expect(emitted).toEqual(['session:changed']);
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
    const { sessions: rows } = await database.db.listSessions({ projectId: null, after: null, limit: 10 });
    expect(rows).toEqual([]);
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

describe('the trash', () => {
  it('takes a session off the list and gives it back', async () => {
    const { id: sessionId } = await sessions.create({ projectId: null, model: null });
    await sessions.trash(sessionId);
    await expect(sessions.open(sessionId)).rejects.toMatchObject({ code: 'not-found' });
    await sessions.restore(sessionId);
    expect((await sessions.open(sessionId)).session.id).toBe(sessionId);
    expect(emitted).toEqual(['session:changed', 'session:removed', 'session:changed']);
  });
});
