import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoServer, startDemoServer } from '#demo-server/demo-server.ts';
import type { Message } from '#shared/domain.ts';
import { defaultSettings, type Settings } from '#shared/settings.ts';
import { finishedReply, hexId, newSession, newTurn, workerPath } from '../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/thread/client.ts';
import { createOllamaClient } from '../ollama/ollama-client.ts';
import { createTitlesService, type TitlesService } from './titles-service.ts';

const sessionId = hexId(1);
let folder: string;
let database: DatabaseClient;
let ollama: DemoServer;
let titles: TitlesService;
let settings: Settings;
let isAnswering: boolean;
let emitted: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlor-titles-'));
  database = await openDatabaseClient({ workerPath, databasePath: join(folder, 'parlor.db') });
  ollama = await startDemoServer({
    tokensPerSecond: Number.POSITIVE_INFINITY,
    behaviour: { kind: 'answer', answer: '"A title."' },
  });
  settings = defaultSettings;
  isAnswering = false;
  emitted = [];
  const client = createOllamaClient({ address: ollama.address });
  titles = createTitlesService({
    db: database.db,
    ollama: () => client,
    settings: () => settings,
    isAnswering: () => isAnswering,
    isDemo: () => false,
    emit: (name) => emitted.push(name),
  });
});
afterEach(async () => {
  await database.close();
  await ollama.close();
  await rm(folder, { recursive: true });
});

async function exchange(name = 'a', changes: Partial<Message> = {}, parentId: string | null = null) {
  const { db } = database;
  const model = 'parlor-demo:latest';
  if (parentId === null) {
    await db.createSession(
      newSession({ model, parameters: { numCtx: 8_192, keepAlive: '7m', temperature: 0.1 } }),
    );
  }
  await db.insertTurn(newTurn(name, { model, parentId }));
  const { reply } = await db.finishReply(finishedReply(`r${name}`));
  return { sessionId, reply: { ...reply, ...changes } };
}

const title = async () => (await database.db.getSession({ sessionId })).title;

describe('an automatic title', () => {
  it('comes from the same model with the same runner, and moves nothing up', async () => {
    const ended = await exchange();
    const { updatedAt } = await database.db.getSession({ sessionId });
    await titles.answerEnded(ended);
    expect(await title()).toBe('A title');
    expect((await database.db.getSession({ sessionId })).updatedAt).toBe(updatedAt);
    expect(emitted).toEqual(['sessions:changed']);
    expect(ollama.requests.map(({ body }) => body)).toMatchObject([
      {
        model: 'parlor-demo:latest',
        keep_alive: '7m',
        think: false,
        options: { num_ctx: 8_192, temperature: 0.1, num_predict: 48 },
      },
    ]);
    expect(ollama.requests[0]?.prompt).toContain('Question a');
  });

  it('never replaces one given by hand, not even while it is being made', async () => {
    const ended = await exchange();
    ollama.setBehaviour({ kind: 'hold', answer: 'From the model' });
    const made = titles.answerEnded(ended);
    await ollama.waitForRequest('/api/chat');
    await database.db.updateSession({ sessionId, changes: { title: 'By hand' } });
    ollama.release(Number.POSITIVE_INFINITY);
    await made;
    expect([await title(), emitted]).toEqual(['By hand', []]);
  });

  it('is given up at once when somebody sends something', async () => {
    const ended = await exchange();
    ollama.setBehaviour({ kind: 'hold' });
    const made = titles.answerEnded(ended);
    await ollama.waitForRequest('/api/chat');
    titles.cancel();
    await ollama.waitForDisconnect();
    await made;
    expect(await title()).toBe('Question a');
  });

  it('is not asked for while another answer is being written, after a failed one, or when not wished', async () => {
    const ended = await exchange();
    isAnswering = true;
    await titles.answerEnded(ended);
    isAnswering = false;
    await titles.answerEnded({ ...ended, reply: { ...ended.reply, status: 'stopped' } });
    settings = { ...settings, titlesBy: 'text' };
    await titles.answerEnded(ended);
    expect(ollama.requests).toEqual([]);
  });

  it('is made of the first exchange only', async () => {
    await exchange();
    await titles.answerEnded(await exchange('b', {}, 'ra'));
    expect(ollama.requests).toEqual([]);
  });

  it('stays that of the first line when the model says nothing of use, or nothing at all', async () => {
    const ended = await exchange();
    for (const answer of ['', 'blah '.repeat(100)]) {
      ollama.setBehaviour({ kind: 'answer', answer });
      await titles.answerEnded(ended);
    }
    ollama.setBehaviour({ kind: 'http', status: 500, body: { error: 'out of memory' } });
    await titles.answerEnded(ended);
    await ollama.close();
    await titles.answerEnded(ended);
    expect([await title(), emitted]).toEqual(['Question a', []]);
  });
});
