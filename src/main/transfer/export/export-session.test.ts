import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtThread } from '../../../../scripts/build/threads.ts';
import { openConnection } from '../../db/database.ts';
import type { Database } from '../../db/interface.ts';
import { createDatabase } from '../../db/repository.ts';
import { newAttachment, newPicture } from '../../db/testing/attachments.ts';
import {
  finishedReply,
  hexId,
  newReplies,
  newSession,
  newTurn,
  reportOf,
  temporaryFolder,
} from '../../db/testing/fixtures.ts';
import { asyncOver } from '../testing/async-database.ts';
import { longestBurst } from '../testing/longest-burst.ts';
import { createTransferThreads, type TransferThreads } from '../thread/transfer-threads.ts';
import { type ExportOptions, exportSession, type SavePathQuestion } from './export-session.ts';
import { suggestedName } from './formats.ts';
import { renderParlorJson } from './parlor-json.ts';

const workerPath = builtThread('transfer-worker');
const sessionId = hexId(1);

let folder: ReturnType<typeof temporaryFolder>;
let db: Database;
let answer: (question: SavePathQuestion) => string | null;
let threads: TransferThreads;
let service: {
  readonly exportSession: (input: Parameters<typeof exportSession>[1]) => ReturnType<typeof exportSession>;
};

beforeEach(() => {
  folder = temporaryFolder();
  const databasePath = join(folder.path, 'parlor.db');
  db = createDatabase(openConnection(databasePath));
  db.createSession(newSession());
  db.updateSession({ sessionId, changes: { title: 'Green/black' } });
  db.addDraftAttachment(newAttachment('note'));
  db.addDraftAttachment(newPicture('picture'));
  db.insertTurn(newTurn('1', { attachmentIds: ['note', 'picture'] }));
  db.finishReply(finishedReply('r1', { thinking: 'Hm, hm.' }));
  db.insertReplies(newReplies('u1', 'r2'));
  db.finishReply(finishedReply('r2', { thinking: 'Well.' }));
  answer = ({ suggestedName: name }) => join(folder.path, name);
  threads = createTransferThreads(workerPath);
  const options: ExportOptions = {
    db: asyncOver(db),
    databasePath,
    threads,
    chooseSavePath: async (question) => answer(question),
  };
  service = { exportSession: (input) => exportSession(options, input) };
});
afterEach(async () => {
  await threads.close();
  db.close();
  folder.remove();
});

const nothing = { attachments: 0, otherBranches: 0, thinking: 0 };

test.each([
  [
    'markdown',
    'Green black 0000000001.md',
    /^# Green\/black\n/,
    { attachments: 2, otherBranches: 1, thinking: 1 },
  ],
  [
    'text',
    'Green black 0000000001.txt',
    /^Green\/black\n/,
    { attachments: 2, otherBranches: 1, thinking: 1 },
  ],
  [
    'mochi-json',
    'Green black 0000000001.mochi.json',
    /"format_version": "1.3"/,
    { attachments: 2, otherBranches: 1, thinking: 1 },
  ],
  ['parlor-json', 'Green black 0000000001.parlor.json', /"format": "parlor-session"/, nothing],
] as const)(
  'writes %s where the user says, and tells what is left out',
  async (format, name, content, leftOut) => {
    const path = join(folder.path, name);
    expect(await service.exportSession({ sessionId, format })).toEqual({ path, leftOut });
    expect(await readFile(path, 'utf8')).toMatch(content);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  },
);

test.each(['markdown', 'text'] as const)('writes the thinking into %s when it is wanted', async (format) => {
  const exported = await service.exportSession({ sessionId, format, withThinking: true });
  expect(exported?.leftOut.thinking).toBe(0);
  expect(await readFile(exported?.path ?? '', 'utf8')).toContain('Well.');
});

test('writes the same bytes as from a record in memory, files and draft and all', async () => {
  db.addDraftAttachment(newAttachment('later', { bytes: Buffer.alloc(700_000, 'abc') }));
  db.saveDraft({ sessionId, text: 'And what about', at: 9 });
  const exported = await service.exportSession({ sessionId, format: 'parlor-json' });
  const record = db.exportSession({ sessionId, withFiles: true });
  const whole = [...renderParlorJson(record, (attachment) => attachment)].join('');
  expect((await readFile(exported?.path ?? '', 'utf8')) === whole).toBe(true);
  expect(whole).toContain('"text": "And what about"');
});

test('asks with the name of the session', async () => {
  const questions: SavePathQuestion[] = [];
  answer = (question) => {
    questions.push(question);
    return null;
  };
  expect(await service.exportSession({ sessionId, format: 'markdown' })).toBeNull();
  expect(questions).toEqual([
    { suggestedName: 'Green black 0000000001.md', extension: 'md', title: 'Export Green/black' },
  ]);
  expect(await readdir(folder.path)).not.toContain('Green black 0000000001.md');
});

test('asks for no place when the session is not there', async () => {
  answer = () => {
    throw new Error('asked');
  };
  const input = { sessionId: hexId(7), format: 'markdown' } as const;
  expect(await reportOf(() => service.exportSession(input))).toMatchObject({ code: 'not-found' });
});

test('fails with what is wrong with the place, and when the session went meanwhile', async () => {
  answer = () => join(folder.path, 'no such folder', 'x.md');
  const input = { sessionId, format: 'markdown' } as const;
  expect(await reportOf(() => service.exportSession(input))).toMatchObject({ code: 'write-failed' });
  answer = () => {
    db.trashSessions({ sessionIds: [sessionId], at: 5 });
    return join(folder.path, 'gone.md');
  };
  expect(await reportOf(() => service.exportSession(input))).toMatchObject({ code: 'not-found' });
  expect(await readdir(folder.path)).not.toContain('gone.md');
});

test('never writes over the open database', async () => {
  const input = { sessionId, format: 'markdown' } as const;
  for (const name of ['parlor.db', 'parlor.db-wal']) {
    answer = () => join(folder.path, name);
    expect(await reportOf(() => service.exportSession(input))).toMatchObject({ code: 'write-failed' });
  }
  expect((await readFile(join(folder.path, 'parlor.db'))).subarray(0, 15).toString()).toBe('SQLite format 3');
});

test('writes 40 MB without holding up the thread it was asked in', async () => {
  const bytes = Buffer.alloc(40_000_000, 'abcdefgh');
  db.addDraftAttachment(newAttachment('large', { bytes, text: null }));
  let path = '';
  const burst = await longestBurst(async () => {
    path = (await service.exportSession({ sessionId, format: 'parlor-json' }))?.path ?? '';
  });
  expect((await stat(path)).size).toBeGreaterThan(53_000_000);
  // A frame of the window's.
  expect(burst).toBeLessThan(16);
});

describe('a name', () => {
  test('is the one wanted, its ending once', () => {
    const session = { title: 'Tea', id: sessionId };
    expect(suggestedName(session, 'mochi-json', 'my plans.json')).toBe('my plans.mochi.json');
    expect(suggestedName(session, 'text', 'a/b.TXT')).toBe('a b.txt');
  });
});
