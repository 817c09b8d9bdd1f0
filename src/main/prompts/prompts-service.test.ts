import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hexId, reportOf, workerPath } from '../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/thread/client.ts';
import { writeFileSafely } from '../transfer/write-file-safely.ts';
import { createPromptsService, type PromptsService } from './prompts-service.ts';
import { readPromptText } from './read-prompt-text.ts';

let folder: string;
let database: DatabaseClient;
let prompts: PromptsService;
let emitted: string[];
let chosen: readonly string[];
let suggested: string;
const exported = () => join(folder, 'prompts.json');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlor-prompts-'));
  database = await openDatabaseClient({ workerPath, databasePath: join(folder, 'parlor.db') });
  emitted = [];
  chosen = [];
  prompts = createPromptsService({
    db: database.db,
    chooseSavePath: async ({ suggestedName }) => {
      suggested = suggestedName;
      return chosen.length === 0 ? exported() : null;
    },
    choosePromptFiles: async () => chosen,
    readPromptText,
    writeTextFile: writeFileSafely,
    emit: (name) => emitted.push(name),
    now: () => 7,
  });
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

function save(number: number, place = ''): Promise<unknown> {
  const fields = { folder: place, title: `Prompt ${number}`, body: `Body ${number}` };
  return prompts.save({ promptId: hexId(number), fields });
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const count = async () => (await database.db.listPrompts()).length;

describe('the prompt library', () => {
  it('tells of each change, and of the trash', async () => {
    await save(1);
    await prompts.trash({ promptIds: [hexId(1)] });
    await prompts.restore({ promptIds: [hexId(1)] });
    expect(emitted).toEqual([
      'prompts:changed',
      'prompts:changed',
      'trash:changed',
      'prompts:changed',
      'trash:changed',
    ]);
  });

  it('is exported and imported twice without duplicates', async () => {
    await save(1);
    await save(2, 'Work/Mail');
    expect(await prompts.export({ folder: null })).toEqual({ path: exported(), count: 2 });
    expect(suggested).toBe('Prompts.prompts.json');
    chosen = [exported()];
    expect(await prompts.import()).toEqual({ added: 0, passedOver: 2 });
    await prompts.trash({ promptIds: [hexId(2)] });
    expect(await prompts.import()).toEqual({ added: 1, passedOver: 1 });
    expect(await prompts.import()).toEqual({ added: 0, passedOver: 2 });
    expect(await count()).toBe(2);
  });

  it('exports one folder with those inside it', async () => {
    await save(1);
    await save(2, 'Work/Mail');
    await prompts.export({ folder: 'Work' });
    expect(suggested).toBe('Work.prompts.json');
    const written = JSON.parse(await readFile(exported(), 'utf8'));
    expect(written.prompts).toHaveLength(1);
  });

  it('does nothing when a dialog is cancelled', async () => {
    expect(await prompts.import()).toBeNull();
    chosen = ['cancelled'];
    expect(await prompts.export({ folder: null })).toEqual({ path: null, count: 0 });
  });

  it('imports nothing of any file when one of them is broken', async () => {
    const good = await file('good.md', 'A prompt');
    chosen = [good, await file('bad.json', '{')];
    expect(await reportOf(() => prompts.import())).toMatchObject({
      code: 'prompts-unreadable',
      details: { name: 'bad.json' },
    });
    chosen = [good, await file('picture.txt', new Uint8Array([0xff, 0xd8, 0xff]))];
    expect(await reportOf(() => prompts.import())).toMatchObject({
      details: { name: 'picture.txt', problem: 'it is no text in UTF-8' },
    });
    chosen = [good, join(folder, 'gone.md')];
    expect((await reportOf(() => prompts.import())).code).toBe('prompts-unreadable');
    chosen = [good, folder];
    expect((await reportOf(() => prompts.import())).code).toBe('prompts-unreadable');
    expect(await count()).toBe(0);
  });
});
