import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtThread } from '../../../../scripts/build/threads.ts';
import { hexId, newSession, reportOf, temporaryFolder, workerPath } from '../testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from './client.ts';
import { openLine } from './line.ts';

let folder: ReturnType<typeof temporaryFolder>;
let client: DatabaseClient;

beforeEach(async () => {
  folder = temporaryFolder();
  client = await openDatabaseClient({ workerPath, databasePath: join(folder.path, 'parlor.db') });
});
afterEach(async () => {
  await client.close();
  folder.remove();
});

it('gets the owner’s answers and errors, and leaves the first line as it is', async () => {
  const line = openLine(client.connect());
  const session = await line.db.createSession(newSession());
  expect(await client.db.getSession({ sessionId: session.id })).toEqual(session);
  expect(await reportOf(() => line.db.getSession({ sessionId: hexId(2) }))).toMatchObject({
    code: 'not-found',
  });
  line.close();
  expect((await reportOf(() => line.db.listTags())).code).toBe('database-stopped');
  expect(await client.db.listTags()).toEqual([]);
});

it('ends with the owner', async () => {
  const line = openLine(client.connect());
  await line.db.listTags();
  await client.close();
  expect((await reportOf(() => line.db.listTags())).code).toBe('database-stopped');
  const late = openLine(client.connect());
  expect((await reportOf(() => late.db.listTags())).code).toBe('database-stopped');
});

it('fails the calls that wait when the owner dies', async () => {
  const dying = await openDatabaseClient({
    workerPath: builtThread('dying-worker'),
    databasePath: 'by-exit',
  });
  const line = openLine(dying.connect());
  const waiting = reportOf(() => line.db.listTags());
  await reportOf(() => dying.db.getSession({ sessionId: hexId(1) }));
  expect((await waiting).code).toBe('database-stopped');
});
