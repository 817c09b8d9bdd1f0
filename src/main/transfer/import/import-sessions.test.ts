import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Emit } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors.ts';
import { builtThread } from '../../../../scripts/build/threads.ts';
import { newAttachment } from '../../db/testing/attachments.ts';
import {
  finishedReply,
  hexId,
  memoryDatabase,
  newSession,
  newTurn,
  reportOf,
  temporaryFolder,
  workerPath,
} from '../../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../../db/thread/client.ts';
import { renderParlorJson } from '../export/parlor-json.ts';
import { longestBurst } from '../testing/longest-burst.ts';
import { createTransferThreads, type TransferThreads } from '../thread/transfer-threads.ts';
import { createImportService, type ImportService } from './import-sessions.ts';
import { readImportFile } from './read-import-file.ts';

const sessionId = hexId(1);
const workerOfTransfers = builtThread('transfer-worker');

let folder: ReturnType<typeof temporaryFolder>;
let client: DatabaseClient;
let chosen: readonly string[];
let emitted: string[];
let service: ImportService;

beforeEach(async () => {
  folder = temporaryFolder();
  client = await openDatabaseClient({ workerPath, databasePath: join(folder.path, 'parlor.db') });
  emitted = [];
  service = serviceWith(createTransferThreads(workerOfTransfers));
});
afterEach(async () => {
  await client.close();
  folder.remove();
});

function serviceWith(threads: Pick<TransferThreads, 'run'>): ImportService {
  const emit: Emit = (name) => emitted.push(name);
  return createImportService({
    threads,
    connect: client.connect,
    chooseImportFiles: async () => chosen,
    refreshTags: async () => undefined,
    emit,
    now: () => 99,
  });
}

/** A session of another library, with a tag, a project and a file. */
function writeSession(name: string, content = Buffer.from('note')): string {
  const { db } = memoryDatabase();
  db.createProject({ id: hexId(9), name: 'Work', at: 1 });
  db.createSession(newSession({ projectId: hexId(9) }));
  const { id } = db.createTag({ name: 'tea' });
  db.changeSessions({ sessionIds: [sessionId], change: { kind: 'tag', add: [id], remove: [] }, at: 1 });
  db.addDraftAttachment(newAttachment('note', { bytes: content }));
  db.insertTurn(newTurn('1', { attachmentIds: ['note'] }));
  db.finishReply(finishedReply('r1'));
  const record = db.exportSession({ sessionId, withFiles: true });
  return write(name, [...renderParlorJson(record, (attachment) => attachment)].join(''));
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

test('takes a session with its project, tag, file and words', async () => {
  chosen = [writeSession('tea.json')];
  const [file] = (await service.importFiles()) ?? [];
  expect(file).toMatchObject({
    name: 'tea.json',
    error: null,
    sessions: [{ session: { id: sessionId, messageCount: 2 }, isNew: true, missingFiles: 0 }],
  });
  expect(emitted).toEqual(['tags:changed', 'sessions:changed', 'projects:changed']);
  const record = await client.db.exportSession({ sessionId, withFiles: true });
  expect(record).toMatchObject({ projectName: 'Work', tags: ['tea'] });
  expect(record.messages[0]?.attachments[0]).toMatchObject({ text: 'words of note' });
  while ((await client.db.indexSlice({ budgetMs: 1_000 })).hasMore);
  const found = await client.db.runSearch({ query: 'Answer', order: 'newest', after: null, now: 1 });
  expect(found.groups).toHaveLength(1);
});

test('says of the same file that it is here already, in the trash too, and makes a copy when asked', async () => {
  chosen = [writeSession('tea.json')];
  await service.importFiles();
  emitted = [];
  const [again] = (await service.importFiles()) ?? [];
  expect(again?.sessions).toMatchObject([{ session: { id: sessionId }, isNew: false, isTrashed: false }]);
  expect(emitted).toEqual([]);

  const copy = await service.importCopy(again?.id ?? '');
  expect(copy.sessions).toMatchObject([{ isNew: true, session: { messageCount: 2 } }]);
  expect(copy.sessions[0]?.session.id).not.toBe(sessionId);
  const { activeLeafId } = await client.db.getSession({ sessionId: copy.sessions[0]?.session.id ?? '' });
  expect([activeLeafId === null, activeLeafId === 'r1']).toEqual([false, false]);

  await client.db.trashSessions({ sessionIds: [sessionId], at: 5 });
  const [trashed] = (await service.importFiles()) ?? [];
  expect(trashed?.sessions).toMatchObject([{ isNew: false, isTrashed: true }]);
});

test('takes one that was deleted for good as a new one, once', async () => {
  chosen = [writeSession('tea.json')];
  await service.importFiles();
  await client.db.trashSessions({ sessionIds: [sessionId], at: 5 });
  await client.db.markErased({ things: [{ kind: 'session', sessionId }] });
  for (const isNew of [true, false]) {
    const [file] = (await service.importFiles()) ?? [];
    expect(file).toMatchObject({ error: null, sessions: [{ isNew }] });
  }
});

test('tells of each file by name, and a wrong one changes nothing', async () => {
  const whole = await (await import('node:fs/promises')).readFile(writeSession('whole.json'), 'utf8');
  chosen = [
    write('cut.json', whole.slice(0, whole.length / 2)),
    write('empty.json', ''),
    write('picture.json', Uint8Array.of(0x89, 0x50, 0xff, 0x00)),
    write('twice.json', whole.replaceAll('"r1"', '"u1"')),
    join(folder.path, 'gone.json'),
    folder.path,
  ];
  const before = [await client.db.listTags(), await client.db.listProjects()];
  const files = (await service.importFiles()) ?? [];
  expect(files.map(({ error }) => error?.code)).toEqual(chosen.map(() => 'import-unreadable'));
  expect(files.map(({ name }) => name).slice(0, 2)).toEqual(['cut.json', 'empty.json']);
  expect([await client.db.listTags(), await client.db.listProjects()]).toEqual(before);
  expect(emitted).toEqual([]);
  chosen = [...chosen, join(folder.path, 'whole.json')];
  expect((await service.importFiles())?.at(-1)).toMatchObject({ error: null, sessions: [{ isNew: true }] });
});

test('refuses a file beyond the limit and says what that is', async () => {
  const path = write('large.json', Buffer.alloc(2_500_000, ' '));
  expect(await reportOf(() => readImportFile(path, 1_000_000))).toEqual({
    code: 'import-unreadable',
    details: { name: 'large.json', problem: 'it has 3 MB, and 1 MB is the most that can be imported' },
  });
});

test('has the lists read again when the thread died, which may have written some', async () => {
  chosen = [writeSession('tea.json')];
  const threads = createTransferThreads(workerOfTransfers);
  const dying = serviceWith({
    async run(job, ports) {
      await threads.run(job, ports);
      throw new AppError({ code: 'internal', details: { detail: 'out of memory' } });
    },
  });
  expect((await reportOf(() => dying.importFiles())).code).toBe('internal');
  expect(emitted).toEqual(['tags:changed', 'sessions:changed', 'projects:changed']);
});

test('tells two files of one name apart', async () => {
  mkdirSync(join(folder.path, 'other'));
  const broken = write('other/tea.json', 'not a session');
  chosen = [writeSession('tea.json'), broken];
  const [first, second] = (await service.importFiles()) ?? [];
  expect([first?.name, second?.name]).toEqual(['tea.json', 'tea.json']);
  expect((await service.importCopy(first?.id ?? '')).sessions).toHaveLength(1);
  expect((await service.importCopy(second?.id ?? '')).error).not.toBeNull();
});

test('does nothing when no file is chosen, and copies only what was chosen', async () => {
  chosen = [];
  expect(await service.importFiles()).toBeNull();
  expect((await reportOf(() => service.importCopy('/etc/passwd'))).code).toBe('import-unreadable');
});

test('takes 30 MB without holding up the thread it was asked in', async () => {
  chosen = [writeSession('large.json', Buffer.alloc(30_000_000, 'abcdefgh'))];
  const [large] = (await service.importFiles()) ?? [];
  const errors: unknown[] = [];
  const burst = await longestBurst(async () => {
    errors.push((await service.importCopy(large?.id ?? '')).error);
  });
  expect(errors).toEqual([null, null, null]);
  // A frame of the window's.
  expect(burst).toBeLessThan(16);
});
