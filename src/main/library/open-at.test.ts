import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoServer, startDemoServer } from '#demo-server/demo-server.ts';
import type { OpenedSession } from '#shared/contract/sessions.ts';
import { defaultSettings } from '#shared/settings.ts';
import { codeOf, hexId, newSession, newTurn, temporaryFolder, workerPath } from '../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/thread/client.ts';
import { createModelsService } from '../models/models-service.ts';
import { createOllamaClient } from '../ollama/ollama-client.ts';
import { createSessionsService, type SessionsService } from './sessions-service.ts';

const sessionId = hexId(1);
let folder: ReturnType<typeof temporaryFolder>;
let database: DatabaseClient;
let ollama: DemoServer;
let sessions: SessionsService;

beforeEach(async () => {
  folder = temporaryFolder();
  database = await openDatabaseClient({ workerPath, databasePath: `${folder.path}/parlor.db` });
  ollama = await startDemoServer();
  const client = createOllamaClient({ address: ollama.address });
  sessions = createSessionsService({
    db: database.db,
    models: createModelsService({ client: () => client, preferredModel: () => '' }),
    replies: { running: () => [], busy: () => [], stopAndWait: async () => undefined },
    settings: () => defaultSettings,
    emit: () => undefined,
    now: () => 1,
  });
  await database.db.createSession(newSession());
  await database.db.insertTurn(newTurn('1'));
  await database.db.insertTurn(newTurn('2', { parentId: 'r1' }));
  await database.db.insertTurn(newTurn('3', { parentId: 'r2' }));
  await database.db.insertTurn(newTurn('4', { parentId: 'r1' }));
});

afterEach(async () => {
  await database.close();
  await ollama.close();
  folder.remove();
});

const ids = ({ page }: OpenedSession) => page.messages.map(({ id }) => id);

describe('opening a session at a message', () => {
  it('makes the branch through it the active one, down to its newest leaf', async () => {
    expect(ids(await sessions.open({ sessionId }))).toEqual(['u1', 'r1', 'u4', 'r4']);
    const opened = await sessions.openAt({ sessionId, messageId: 'u2' });
    expect(ids(opened)).toEqual(['u1', 'r1', 'u2', 'r2', 'u3', 'r3']);
    expect(opened.session.activeLeafId).toBe('r3');
    expect(ids(await sessions.open({ sessionId }))).toEqual(ids(opened));
  });

  it('leaves the branch alone when asked to, and then knows no message of another', async () => {
    const keepsBranch = true;
    expect(ids(await sessions.openAt({ sessionId, messageId: 'u4', keepsBranch }))).toContain('r4');
    expect(await codeOf(() => sessions.openAt({ sessionId, messageId: 'u2', keepsBranch }))).toBe(
      'not-found',
    );
    expect((await sessions.open({ sessionId })).session.activeLeafId).toBe('r4');
  });

  it('leaves the branch alone when the message is on it', async () => {
    const opened = await sessions.openAt({ sessionId, messageId: 'r1' });
    expect(opened.session.activeLeafId).toBe('r4');
  });

  it('sees what was written a moment ago', async () => {
    await sessions.openAt({ sessionId, messageId: 'r4' });
    for (let number = 5; number < 15; number++) {
      await database.db.insertTurn(newTurn(`${number}`, { parentId: `r${number - 1}` }));
      expect(ids(await sessions.openAt({ sessionId, messageId: `r${number}` })).at(-1)).toBe(`r${number}`);
    }
  });

  it('changes nothing for a message that is not there, or under the name of another project', async () => {
    expect(await codeOf(() => sessions.openAt({ sessionId, messageId: 'none' }))).toBe('not-found');
    const within = hexId(9);
    expect(await codeOf(() => sessions.openAt({ sessionId, messageId: 'u2', within }))).toBe('not-found');
    expect((await database.db.getSession({ sessionId })).activeLeafId).toBe('r4');
  });
});
