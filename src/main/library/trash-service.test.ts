import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '#shared/settings.ts';
import { finishedReply, hexId, newSession, newTurn, workerPath } from '../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/thread/client.ts';
import { createEraser, type Eraser } from './eraser.ts';
import { createHousekeeping } from './housekeeping.ts';
import { createProjectsService } from './projects-service.ts';
import { createRetentionService } from './retention-service.ts';
import { createTagsService } from './tags-service.ts';
import { createTrashService, type TrashService } from './trash-service.ts';

const day = 24 * 60 * 60 * 1_000;
let folder: string;
let path: string;
let database: DatabaseClient;
let eraser: Eraser;
let trash: TrashService;
let emitted: [name: string, payload: unknown][];
let at: number;
let isAnswering: boolean;
const replies = { running: () => [], busy: () => [], stopAndWait: async () => undefined };
const emit = (name: string, payload: unknown) => emitted.push([name, payload]);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlor-trash-'));
  path = join(folder, 'parlor.db');
  database = await openDatabaseClient({ workerPath, databasePath: path });
  emitted = [];
  isAnswering = false;
  at = 1_000 * day;
  const now = () => at;
  const { db } = database;
  eraser = createEraser({
    db,
    drainIndex: async () => undefined,
    isAnswering: () => isAnswering,
    onMarked: () => emit('trash:changed', null),
    onProgress: (progress) => emit('trash:erasing', progress),
    pause: async () => undefined,
  });
  trash = createTrashService({
    db,
    eraser,
    sessions: {
      restore: async ({ sessionIds }) => db.restoreSessions({ sessionIds }),
    },
    projects: createProjectsService({ db, replies, emit, now }),
    tags: createTagsService({ db, emit, now }),
    prompts: { restore: (input) => db.restorePrompts(input) },
    restoreBranches: (input) => db.restoreBranches(input),
    emit,
    now,
  });
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function addSession(number: number, updatedAt = at): Promise<string> {
  const id = hexId(number);
  await database.db.createSession(newSession({ id, at: updatedAt }));
  await database.db.insertTurn(newTurn(id, { sessionId: id, text: `Canary ${id}`, at: updatedAt }));
  await database.db.finishReply(finishedReply(`r${id}`, { at: updatedAt }));
  return id;
}

const list = async () => (await trash.list({ after: null, limit: 100 })).items.map(({ title }) => title);
const holds = async (text: string) =>
  (await Promise.all([path, `${path}-wal`].map((file) => readFile(file)))).some((bytes) =>
    bytes.includes(text),
  );

describe('the trash', () => {
  it('gives back many things at once, and passes over what is gone', async () => {
    const { db } = database;
    const id = await addSession(1);
    const tag = await db.createTag({ name: 'Tea' });
    await db.createProject({ id: hexId(9), name: 'Garden', at });
    await db.changeSessions({ sessionIds: [id], change: { kind: 'move', projectId: hexId(9) }, at });
    await db.trashTag({ tagId: tag.id, at });
    await db.trashProject({ projectId: hexId(9), sessions: 'to-trash', at, limit: 100 });
    await trash.restore({
      things: [
        { kind: 'session', sessionId: id },
        { kind: 'tag', tagId: tag.id },
        { kind: 'tag', tagId: 77 },
        { kind: 'project', projectId: hexId(9) },
      ],
    });
    expect(await list()).toEqual([]);
    expect(await db.getSession({ sessionId: id })).toMatchObject({ projectId: hexId(9) });
  });

  it('says that a single thing is gone', async () => {
    const restored = trash.restore({ things: [{ kind: 'tag', tagId: 77 }] });
    await expect(restored).rejects.toMatchObject({ code: 'not-found' });
  });

  it('deletes for good, telling how far it is, and leaves no word in the files', async () => {
    const [one, two] = [await addSession(1), await addSession(2)];
    await database.db.trashSessions({ sessionIds: [one, two], at });
    expect(await holds(`Canary ${one}`)).toBe(true);
    await trash.erase({ things: [{ kind: 'session', sessionId: one }] });
    expect(await holds(`Canary ${one}`)).toBe(false);
    expect(await holds(`Canary ${two}`)).toBe(true);
    const names = emitted.map(([name]) => name);
    expect(names[0]).toBe('trash:changed');
    expect(emitted.at(-1)).toEqual(['trash:erasing', null]);
    expect(emitted.find(([name]) => name === 'trash:erasing')?.[1]).toEqual({ done: 0, total: 3 });
  });

  it('waits with the log until nobody reads it any more', async () => {
    const id = await addSession(1);
    await database.db.trashSessions({ sessionIds: [id], at });
    const results = [false, false, true];
    let pauses = 0;
    const waiting = createEraser({
      db: { ...database.db, truncateLog: async () => results.shift() ?? true },
      drainIndex: async () => undefined,
      isAnswering: () => true,
      onMarked: () => undefined,
      onProgress: () => undefined,
      pause: async () => {
        pauses += 1;
      },
    });
    await waiting.erase([{ kind: 'session', sessionId: id }]);
    expect(pauses).toBe(2);
  });

  it('keeps what goes there while it is being emptied', async () => {
    const [one, two] = [await addSession(1), await addSession(2)];
    await database.db.trashSessions({ sessionIds: [one], at });
    const emptied = trash.empty();
    await database.db.trashSessions({ sessionIds: [two], at: at + 1 });
    await emptied;
    expect(await list()).toEqual([`Canary ${two}`]);
  });

  it('goes on in the next start with what was begun', async () => {
    const [one, two] = [await addSession(1), await addSession(2)];
    await database.db.trashSessions({ sessionIds: [one], at });
    await database.db.markErased({ things: [{ kind: 'session', sessionId: one }] });
    await database.db.beginCopy({ copyId: hexId(5), sourceIds: [two], title: 'Canary copy', at });
    await database.db.markAbandonedCopies();
    await eraser.sweep();
    expect(await holds(`Canary ${one}`)).toBe(false);
    expect(await holds('Canary copy')).toBe(false);
    expect(emitted).toEqual([]);
  });
});

describe('erasing that is cut off', () => {
  it('behind the last row goes on with the traces in the next start', async () => {
    const id = await addSession(1);
    await database.db.trashSessions({ sessionIds: [id], at });
    await database.db.markErased({ things: [{ kind: 'session', sessionId: id }] });
    while ((await database.db.eraseSome({ limit: 100, budgetMs: 100 })) > 0);
    expect(await database.db.hasChore({ name: 'remove-traces' })).toBe(true);
    await eraser.sweep();
    expect(await database.db.hasChore({ name: 'remove-traces' })).toBe(false);
    expect(await holds(`Canary ${id}`)).toBe(false);
  });

  it('leaves a copy alone that is being written', async () => {
    const id = await addSession(1);
    await database.db.beginCopy({ copyId: hexId(5), sourceIds: [id], title: 'Copy', at });
    await eraser.sweep();
    const order = await database.db.listCopyOrder({ sourceIds: [id] }).catch(() => null);
    expect(order).not.toBeNull();
    expect(await database.db.markAbandonedCopies()).toBe(1);
  });
});

describe('the file', () => {
  it('is not rewritten while an answer is being written, but when the program is closed, after a restart too', async () => {
    const id = await addSession(1);
    await database.db.trashSessions({ sessionIds: [id], at });
    isAnswering = true;
    await trash.empty();
    expect(await database.db.hasChore({ name: 'rewrite-file' })).toBe(true);
    await database.close();
    database = await openDatabaseClient({ workerPath, databasePath: path });
    expect(await database.db.hasChore({ name: 'rewrite-file' })).toBe(true);
    const { db } = database;
    const closing = createEraser({
      db,
      drainIndex: async () => undefined,
      isAnswering: () => false,
      onMarked: () => undefined,
      onProgress: () => undefined,
      pause: async () => undefined,
    });
    await closing.close();
    expect(await db.hasChore({ name: 'rewrite-file' })).toBe(false);
    expect(await holds(`Canary ${id}`)).toBe(false);
  });
});

describe('housekeeping', () => {
  let settings: Settings;
  let due: { ms: number; run: () => void }[];

  function start() {
    due = [];
    const retention = createRetentionService({
      db: database.db,
      settings: () => settings,
      replies,
      emit,
      now: () => at,
    });
    const housekeeping = createHousekeeping({
      eraser,
      retention,
      settings: () => settings,
      now: () => at,
      after(ms, run) {
        due.push({ ms, run });
        return () => undefined;
      },
      onProblem: (thrown) => {
        throw thrown;
      },
    });
    housekeeping.start();
    return { housekeeping, retention };
  }

  async function nextRound(): Promise<void> {
    const rounds = due.length;
    due.at(-1)?.run();
    await expect.poll(() => due.length).toBe(rounds + 1);
  }

  beforeEach(() => {
    settings = { ...defaultSettings };
  });

  it('empties what is older than the settings say, not at once and then every hour', async () => {
    const [one, two] = [await addSession(1), await addSession(2)];
    await database.db.trashSessions({ sessionIds: [one], at: at - 31 * day });
    await database.db.trashSessions({ sessionIds: [two], at: at - 29 * day });
    start();
    expect(due[0]?.ms).toBeGreaterThanOrEqual(10_000);
    await nextRound();
    expect(await list()).toEqual([`Canary ${two}`]);
    at += 2 * day;
    expect(due[1]?.ms).toBe(60 * 60 * 1_000);
    await nextRound();
    expect(await list()).toEqual([]);
  });

  it('never empties it when that is switched off', async () => {
    const one = await addSession(1);
    await database.db.trashSessions({ sessionIds: [one], at: 1 });
    settings = { ...settings, trashDays: null };
    start();
    await nextRound();
    expect(await list()).toHaveLength(1);
  });

  it('clears out old sessions as previewed, but for pinned, tagged, answering and drafted ones', async () => {
    const { db } = database;
    for (let number = 1; number <= 6; number += 1) await addSession(number, at - (50 - number) * day);
    const tag = await db.createTag({ name: 'Keep' });
    await db.changeSessions({ sessionIds: [hexId(1)], change: { kind: 'pin', isPinned: true }, at });
    await db.changeSessions({
      sessionIds: [hexId(2)],
      change: { kind: 'tag', add: [tag.id], remove: [] },
      at,
    });
    await db.saveDraft({ sessionId: hexId(3), text: 'half', at });
    settings = { ...settings, retention: { maxSessions: null, maxAgeDays: 45, keepTagged: true } };
    const { retention } = start();
    const preview = await retention.preview(settings.retention);
    expect(preview.count).toBe(1);
    expect(preview.examples.map(({ id }) => id)).toEqual([hexId(4)]);
    expect(await retention.preview({ ...settings.retention, keepTagged: false })).toMatchObject({ count: 2 });
    expect(await retention.preview({ maxSessions: 1, maxAgeDays: null, keepTagged: true })).toMatchObject({
      count: 2,
    });
    expect(await retention.preview({ maxSessions: null, maxAgeDays: null, keepTagged: true })).toMatchObject({
      count: 0,
    });
    expect(await list()).toEqual([]);
    await nextRound();
    expect(await list()).toEqual([`Canary ${hexId(4)}`]);
    expect(emitted).toContainEqual(['sessions:removed', [hexId(4)]]);
  });

  it('does what a policy says soon after it was switched on', async () => {
    const { housekeeping } = start();
    const before = settings;
    settings = { ...settings, retention: { maxSessions: 10, maxAgeDays: null, keepTagged: true } };
    housekeeping.settingsChanged(before, settings);
    expect(due.at(-1)?.ms).toBe(0);
    const count = due.length;
    housekeeping.settingsChanged(settings, { ...settings, theme: 'dark' });
    expect(due.length).toBe(count);
    await housekeeping.close();
  });
});
