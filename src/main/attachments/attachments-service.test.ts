import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachmentSizeLimit } from '#shared/contract/attachments.ts';
import { listedFilesLimit } from '#shared/folder-files.ts';
import type { AsyncDatabase, Database } from '../db/interface.ts';
import { hexId, memoryDatabase, newSession, reportOf, temporaryFolder } from '../db/testing/fixtures.ts';
import type { SavePathQuestion } from '../transfer/export/export-session.ts';
import { writeFileSafely } from '../transfer/write-file-safely.ts';
import { type AttachmentsService, createAttachmentsService } from './attachments-service.ts';
import { inspectFile } from './inspect-file.ts';
import { aPdf, aPng } from './testing/files.ts';
import { walkFolder } from './walk-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let db: Database;
let service: AttachmentsService;
let chosen: { files: readonly string[]; folder: string | null; saveTo: string | null };
let questions: SavePathQuestion[];

beforeEach(() => {
  folder = temporaryFolder();
  ({ db } = memoryDatabase());
  db.createSession(newSession());
  chosen = { files: [], folder: null, saveTo: null };
  questions = [];
  service = createAttachmentsService({
    db: asAsync(db),
    inspector: { inspect: inspectFile, close: async () => undefined },
    openDialogs: { chooseFiles: async () => chosen.files, chooseFolder: async () => chosen.folder },
    chooseSavePath: async (question) => {
      questions.push(question);
      return chosen.saveTo;
    },
    writeFile: writeFileSafely,
    now: () => 7,
  });
});
afterEach(() => folder.remove());

type Calls = Parameters<typeof createAttachmentsService>[0]['db'];
const asAsync = (database: Database): Calls =>
  ({
    addDraftAttachment: async (input) => database.addDraftAttachment(input),
    removeDraftAttachment: async (input) => database.removeDraftAttachment(input),
    getAttachmentText: async (input) => database.getAttachmentText(input),
    getAttachmentFile: async (input) => database.getAttachmentFile(input),
  }) satisfies Partial<AsyncDatabase>;

const session = { sessionId: hexId(1) };
const add = (
  id: string,
  name: string,
  bytes: Uint8Array,
  picture: Parameters<typeof inspectFile>[0]['picture'] = null,
) => service.add({ ...session, file: { id, name, content: { kind: 'bytes', bytes, picture } } });
/** Adds a file of a choice, and tells its text. */
const addChosen = async (choiceId: string, key: string, name = key) => {
  const id = randomUUID();
  const content = { kind: 'chosen', file: { choiceId, key } } as const;
  await service.add({ ...session, file: { id, name, content } });
  return service.text({ attachmentId: id });
};
const write = (path: string, content: string | Uint8Array = 'words') => {
  const full = join(folder.path, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, content);
  return full;
};

describe('adding', () => {
  it('puts a file with its text into the draft', async () => {
    const added = await add('a', 'rocks.pdf', aPdf(['Veins of quartz']));
    expect(added).toMatchObject({ id: 'a', kind: 'pdf', name: 'rocks.pdf', pageCount: 1, textLength: 15 });
    expect(db.openSession({ ...session, limit: 1 }).draft.attachments).toEqual([added]);
    expect(await service.text({ attachmentId: 'a' })).toBe('Veins of quartz');
  });

  it('keeps a picture as it was given and as it is sent', async () => {
    const bytes = Buffer.from('scaled down');
    await add('a', 'a.png', aPng, { bytes, mime: 'image/jpeg', width: 8, height: 8 });
    expect(await service.picture({ attachmentId: 'a', form: 'original' })).toEqual({
      bytes: aPng,
      mime: 'image/png',
    });
    expect(await service.picture({ attachmentId: 'a', form: 'sent' })).toEqual({ bytes, mime: 'image/jpeg' });
  });

  it('refuses by name and leaves the draft as it was', async () => {
    await add('a', 'a.txt', Buffer.from('words'));
    expect(await reportOf(() => add('b', 'b.pdf', Buffer.from('%PDF-1.4 broken')))).toMatchObject({
      code: 'attachment-unreadable',
      details: { name: 'b.pdf', reason: 'damaged' },
    });
    const large = new Uint8Array(attachmentSizeLimit + 1);
    expect(await reportOf(() => add('c', 'c.txt', large))).toMatchObject({
      code: 'attachment-too-large',
      details: { name: 'c.txt', sizeBytes: attachmentSizeLimit + 1 },
    });
    expect(db.openSession({ ...session, limit: 1 }).draft.attachments.map(({ id }) => id)).toEqual(['a']);
    await service.remove({ ...session, attachmentId: 'a' });
    expect(db.openSession({ ...session, limit: 1 }).draft.attachments).toEqual([]);
  });
});

describe('choosing files', () => {
  it('gives their names, and reads each when it is added, or says why it cannot be read', async () => {
    const large = write('large.bin');
    truncateSync(large, attachmentSizeLimit + 1);
    const later = join(folder.path, 'later.txt');
    const pipe = join(folder.path, 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    chosen.files = [later, join(folder.path, 'gone.txt'), large, folder.path, pipe];
    const { choiceId, files } = (await service.chooseFiles()) ?? { choiceId: '', files: [] };
    expect(files.map(({ name }) => name)).toEqual([
      'later.txt',
      'gone.txt',
      'large.bin',
      expect.any(String),
      'pipe.txt',
    ]);
    // Nothing was read at the choice: what the file says now is what is read.
    write('later.txt', 'words of now');
    const [first, ...others] = files.map(({ key }) => key);
    expect(await addChosen(choiceId, first ?? '')).toBe('words of now');
    const codes = [
      'attachment-unreadable',
      'attachment-too-large',
      'attachment-unreadable',
      'attachment-unreadable',
    ];
    for (const [index, key] of others.entries()) {
      const refused = { code: codes[index], details: { name: files[index + 1]?.name } };
      expect(await reportOf(() => addChosen(choiceId, key))).toMatchObject(refused);
      expect(await reportOf(() => service.chosenPicture({ choiceId, key }))).toMatchObject(refused);
    }
  });

  it('gives the window the pictures among them, which it decodes, and nothing else', async () => {
    chosen.files = [write('a.png', aPng), write('b.txt'), write('c.png', 'no')];
    const { choiceId, files } = (await service.chooseFiles()) ?? { choiceId: '', files: [] };
    const given = await Promise.all(files.map(({ key }) => service.chosenPicture({ choiceId, key })));
    expect(given).toEqual([Buffer.from(aPng), null, null]);
  });

  it('reads nothing that was not chosen', async () => {
    chosen.files = [write('a.txt')];
    const { choiceId } = (await service.chooseFiles()) ?? { choiceId: '' };
    const refused = { code: 'attachment-unreadable' };
    for (const key of ['1', '', write('secret.txt')]) {
      expect(await reportOf(() => addChosen(choiceId, key))).toMatchObject(refused);
      expect(await reportOf(() => service.chosenPicture({ choiceId, key }))).toMatchObject(refused);
    }
    expect(await reportOf(() => addChosen('another', '0'))).toMatchObject(refused);
  });

  it('tells files of the same name apart', async () => {
    chosen.files = [write('one/a.txt', 'first'), write('two/a.txt', 'second')];
    const { choiceId, files } = (await service.chooseFiles()) ?? { choiceId: '', files: [] };
    expect(files.map(({ name }) => name)).toEqual(['a.txt', 'a.txt']);
    const read = await Promise.all(files.map(({ key }) => addChosen(choiceId, key)));
    expect(read).toEqual(['first', 'second']);
  });

  it('gives nothing when it was cancelled', async () => {
    expect(await service.chooseFiles()).toBeNull();
    expect(await service.chooseFolder()).toBeNull();
  });
});

describe('a folder', () => {
  beforeEach(() => {
    chosen.folder = join(folder.path, 'project');
    for (const path of ['readme.md', 'src/deep/main.rs', 'src/a.png']) write(`project/${path}`);
    for (const path of ['.env', '.git/config', 'node_modules/x/index.js', 'dist/out.js'])
      write(`project/${path}`);
    write('project/film.mp4');
    write('project/empty.txt', '');
    write('secret.txt', 'secret');
    symlinkSync(join(folder.path, 'project'), join(folder.path, 'project/src/loop'));
    symlinkSync(join(folder.path, 'secret.txt'), join(folder.path, 'project/link.txt'));
  });

  it('is listed without hidden, fetched and built things, and without going in circles', async () => {
    expect(await service.chooseFolder()).toEqual({
      choiceId: expect.any(String),
      name: 'project',
      files: [
        { path: 'readme.md', sizeBytes: 5 },
        { path: 'src/a.png', sizeBytes: 5 },
        { path: 'src/deep/main.rs', sizeBytes: 5 },
      ],
      leftOut: 2,
    });
  });

  it('gives its listed files, and nothing else of the disk', async () => {
    const { choiceId } = (await service.chooseFolder()) ?? { choiceId: '' };
    expect(await addChosen(choiceId, 'src/deep/main.rs')).toBe('words');
    for (const path of [
      '../secret.txt',
      'link.txt',
      '.env',
      'src/../readme.md',
      join(folder.path, 'secret.txt'),
    ]) {
      expect(await reportOf(() => addChosen(choiceId, path))).toMatchObject({
        code: 'attachment-unreadable',
        details: { name: path },
      });
    }
    expect((await reportOf(() => addChosen('another', 'readme.md'))).code).toBe('attachment-unreadable');
  });

  it('with more files than can be listed says how many are left out', async () => {
    for (let index = 0; index < listedFilesLimit; index++) write(`project/many/${index}.txt`);
    const { files, leftOut } = await walkFolder(chosen.folder ?? '');
    expect([files.length, leftOut]).toEqual([listedFilesLimit, 5]);
  });

  it('that may not be read in a part is listed without that', async () => {
    chmodSync(join(folder.path, 'project/src'), 0o000);
    const { files } = await walkFolder(chosen.folder ?? '');
    chmodSync(join(folder.path, 'project/src'), 0o700);
    expect(files.map(({ path }) => path)).toContain('readme.md');
  });
});

describe('saving', () => {
  it('writes the file as it was given, under its own name', async () => {
    await add('a', 'project/src/notes: a.md', Buffer.from('# As it is\r\n'));
    chosen.saveTo = join(folder.path, 'saved.md');
    expect(await service.save({ attachmentId: 'a' })).toBe(chosen.saveTo);
    expect(readFileSync(chosen.saveTo, 'utf8')).toBe('# As it is\r\n');
    expect(questions).toMatchObject([{ suggestedName: 'notes a.md', extension: 'md' }]);
  });

  it('suggests no ending for a file that has none, and no folder for any', async () => {
    await add('a', 'Makefile', Buffer.from('all:'));
    await add('b', '../../.bashrc', Buffer.from('x'));
    expect(await service.save({ attachmentId: 'a' })).toBeNull();
    await service.save({ attachmentId: 'b' });
    expect(questions).toMatchObject([
      { suggestedName: 'Makefile', extension: '' },
      { suggestedName: 'bashrc', extension: '' },
    ]);
  });
});
