import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventName, EventPayload } from '#shared/contract/index.ts';
import type { BulkChange } from '#shared/contract/sessions.ts';
import type { SessionId, TagId } from '#shared/domain.ts';
import { hexId, newSession, temporaryFolder, workerPath } from '../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/thread/client.ts';
import { createTagsService, type TagsService } from './tags-service.ts';

let folder: ReturnType<typeof temporaryFolder>;
let database: DatabaseClient;
let tags: TagsService;
let emitted: { readonly name: EventName; readonly payload: unknown }[];

beforeEach(async () => {
  folder = temporaryFolder();
  emitted = [];
  await open();
});

afterEach(async () => {
  await database.close();
  folder.remove();
});

async function open(): Promise<void> {
  database = await openDatabaseClient({ workerPath, databasePath: `${folder.path}/parlor.db` });
  tags = createTagsService({
    db: database.db,
    emit: (name, payload) => emitted.push({ name, payload }),
    now: Date.now,
  });
}

async function taggedSessions(count: number, ...tagIds: TagId[]): Promise<SessionId[]> {
  const sessionIds = Array.from({ length: count }, (_, index) => hexId(index + 1));
  await Promise.all(sessionIds.map((id) => database.db.createSession(newSession({ id }))));
  const change: BulkChange = { kind: 'tag', add: tagIds, remove: [] };
  await database.db.changeSessions({ sessionIds, change, at: 1 });
  return sessionIds;
}

const named = <Name extends EventName>(name: Name) =>
  emitted.flatMap((event) => (event.name === name ? [event.payload as EventPayload<Name>] : []));
const tagIdsOf = async (sessionId: SessionId) => (await database.db.getSession({ sessionId })).tagIds;

it('tells of the tags first and then of their sessions, in chunks', async () => {
  const { id: tagId } = await tags.create({ name: 'Tea' });
  await taggedSessions(250, tagId);
  emitted = [];
  await tags.trash({ tagId });
  expect(emitted.map((event) => event.name)).toEqual([
    'tags:changed',
    'sessions:changed',
    'sessions:changed',
    'sessions:changed',
    'trash:changed',
  ]);
  expect(named('sessions:changed').flat()).toHaveLength(250);
  expect(await database.db.listTags()).toEqual([]);

  expect(await tags.restore({ tagId })).toMatchObject({ name: 'Tea' });
  expect(await tagIdsOf(hexId(250))).toEqual([tagId]);
});

it('tells of no session when only a colour changed', async () => {
  const { id: tagId } = await tags.create({ name: 'Tea' });
  await taggedSessions(1, tagId);
  emitted = [];
  expect(await tags.update({ tagId, changes: { colour: 5 } })).toMatchObject({ colour: 5 });
  expect(emitted.map((event) => event.name)).toEqual(['tags:changed']);
});

it('refuses a name that is taken and changes nothing', async () => {
  await tags.create({ name: 'Tea' });
  const { id: tagId } = await tags.create({ name: 'Coffee' });
  emitted = [];
  await expect(tags.update({ tagId, changes: { name: 'TEA' } })).rejects.toMatchObject({
    report: { code: 'name-taken', details: { name: 'Tea' } },
  });
  expect(emitted).toEqual([]);
});

it('keeps the tags of sessions in order through changes at the same time', async () => {
  const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => tags.create({ name })));
  const ids = [a, b, c].map((tag) => tag?.id ?? 0);
  const [sessionId = ''] = await taggedSessions(300, ...ids);
  await Promise.all([
    tags.update({ tagId: ids[0] ?? 0, changes: { name: 'z' } }),
    tags.trash({ tagId: ids[1] ?? 0 }),
    tags.update({ tagId: ids[2] ?? 0, changes: { name: 'y' } }),
  ]);
  expect(await tagIdsOf(sessionId)).toEqual([ids[2], ids[0]]);
  expect(await tagIdsOf(hexId(300))).toEqual([ids[2], ids[0]]);
});

it('finishes after a restart what the last run could not', async () => {
  const { id: tagId } = await tags.create({ name: 'Tea' });
  await taggedSessions(5, tagId);
  await database.db.trashTag({ tagId, at: 5 });
  await database.db.refreshTaggedSessions({ limit: 2 });
  await database.close();
  await open();
  emitted = [];
  await tags.finishRefreshing();
  expect(named('sessions:changed').flat()).toHaveLength(3);
  expect(await tagIdsOf(hexId(5))).toEqual([]);
});
