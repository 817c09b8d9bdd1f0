import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { aMessage, aRecord } from '../testing/session-records.ts';
import { writeFileSafely } from '../write-file-safely.ts';
import { createTransferService, renderExport, type SavePathQuestion } from './export-session.ts';

const record = aRecord({ title: 'Green/black' }, [aMessage({ id: 'm1', content: 'Hello' })]);
const { id: sessionId } = record.session;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlor-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function serviceAnswering(choose: (question: SavePathQuestion) => string | null) {
  const db = { exportSession: async () => record };
  return createTransferService({
    db,
    chooseSavePath: async (question) => choose(question),
    writeTextFile: writeFileSafely,
  });
}

test.each([
  ['markdown', 'md', 'Green black a1b2c3d4e5.md', /^# Green\/black\n/],
  ['mochi-json', 'json', 'Green black a1b2c3d4e5.mochi.json', /"format_version": "1.3"/],
  ['parlor-json', 'json', 'Green black a1b2c3d4e5.parlor.json', /"format": "parlor-session"/],
] as const)('renders %s with its extension and a name', (format, extension, suggestedName, text) => {
  expect(renderExport(record, format)).toEqual({
    extension,
    suggestedName,
    text: expect.stringMatching(text),
  });
});

test('writes the session where the user says', async () => {
  const questions: SavePathQuestion[] = [];
  const service = serviceAnswering((question) => {
    questions.push(question);
    return join(folder, question.suggestedName);
  });
  const path = join(folder, 'Green black a1b2c3d4e5.md');

  expect(await service.exportSession({ sessionId, format: 'markdown' })).toEqual({ path });
  expect(await readFile(path, 'utf8')).toBe(renderExport(record, 'markdown').text);
  expect(questions).toEqual([
    { suggestedName: 'Green black a1b2c3d4e5.md', extension: 'md', title: 'Export Green/black' },
  ]);
});

test('writes nothing when the user cancels', async () => {
  const service = serviceAnswering(() => null);

  expect(await service.exportSession({ sessionId, format: 'parlor-json' })).toEqual({ path: null });
  expect(await readdir(folder)).toEqual([]);
});

test('asks for no place when the session is not there', async () => {
  const service = createTransferService({
    db: {
      exportSession: () =>
        Promise.reject(new AppError({ code: 'not-found', details: { what: 'session', id: sessionId } })),
    },
    chooseSavePath: () => Promise.reject(new Error('asked')),
    writeTextFile: writeFileSafely,
  });

  await expect(service.exportSession({ sessionId, format: 'markdown' })).rejects.toMatchObject({
    report: { code: 'not-found' },
  });
});
