import { beforeEach, describe, expect, it } from 'vitest';
import type { PromptFields } from '#shared/contract/prompts.ts';
import type { Database } from '../interface.ts';
import { codeOf, hexId, memoryDatabase } from '../testing/fixtures.ts';

let db: Database;

beforeEach(() => {
  ({ db } = memoryDatabase());
});

function save(number: number, changes: Partial<PromptFields> = {}): void {
  const fields = { folder: '', title: `Prompt ${number}`, body: `Body ${number}`, ...changes };
  db.savePrompt({ promptId: hexId(number), fields, at: number });
}
const listed = () => db.listPrompts().map(({ id, folder }) => `${folder}:${Number.parseInt(id, 16)}`);

describe('prompts', () => {
  it('are none at first', () => {
    expect(db.listPrompts()).toEqual([]);
    expect(db.readPrompts({ folder: null })).toEqual([]);
  });

  it('are made, written anew, and read without their bodies', async () => {
    save(1, { body: 'x'.repeat(100_000) });
    const fields = { folder: 'Work', title: '', body: `Begin${'y'.repeat(100_000)}` };
    const saved = db.savePrompt({ promptId: hexId(1), fields, at: 9 });
    expect(saved).toMatchObject({ ...fields, createdAt: 1, updatedAt: 9 });
    const [summary] = db.listPrompts();
    expect(summary).not.toHaveProperty('body');
    expect(summary?.preview).toHaveLength(300);
    expect(await codeOf(() => db.getPrompt({ promptId: hexId(2) }))).toBe('not-found');
  });

  it('take out what no database can hold', () => {
    save(1, { title: 'a\0b', body: 'c\ud800' });
    expect(db.getPrompt({ promptId: hexId(1) })).toMatchObject({ title: 'ab', body: 'c\ufffd' });
  });

  it('go to the trash and come back, and cannot be written there', async () => {
    save(1);
    save(2);
    const promptIds = [hexId(1), hexId(7)];
    expect(db.trashPrompts({ promptIds, at: 5 })).toEqual([hexId(1)]);
    expect(db.trashPrompts({ promptIds, at: 6 })).toEqual([]);
    expect(listed()).toEqual([':2']);
    expect(await codeOf(() => save(1))).toBe('not-found');
    expect(db.restorePrompts({ promptIds })).toEqual([hexId(1)]);
    expect(listed()).toEqual([':1', ':2']);
  });

  it('follow the name of their folder and the folders around it, into itself and out of itself too', () => {
    save(1, { folder: 'a' });
    save(2, { folder: 'a/a' });
    save(3, { folder: 'a/a/a' });
    save(4, { folder: 'ab' });
    db.renamePromptFolder({ from: 'a', to: 'a/x', at: 5 });
    expect(listed()).toEqual(['a/x:1', 'a/x/a:2', 'a/x/a/a:3', 'ab:4']);
    db.renamePromptFolder({ from: 'a/x', to: 'a', at: 5 });
    expect(listed()).toEqual(['a:1', 'a/a:2', 'a/a/a:3', 'ab:4']);
    db.renamePromptFolder({ from: 'a/a', to: 'a', at: 5 });
    expect(listed()).toEqual(['a:1', 'a:2', 'a/a:3', 'ab:4']);
    db.renamePromptFolder({ from: 'a', to: '', at: 5 });
    expect(listed()).toEqual([':1', ':2', 'a:3', 'ab:4']);
  });

  it('are read by folder, with the folders inside it', () => {
    save(1, { folder: 'a' });
    save(2, { folder: 'a/b' });
    save(3, { folder: 'a_b' });
    save(4, { folder: 'ä' });
    expect(db.readPrompts({ folder: 'a' }).map(({ body }) => body)).toEqual(['Body 1', 'Body 2']);
    expect(db.readPrompts({ folder: null })).toHaveLength(4);
  });
});

describe('an import', () => {
  const incoming = (number: number, changes: Partial<PromptFields> = {}) => ({
    id: hexId(1_000 + number),
    folder: '',
    title: `Prompt ${number}`,
    body: `Body ${number}`,
    createdAt: 1,
    updatedAt: 2,
    ...changes,
  });

  it('passes over what is there with the same folder, title and body, and what comes twice', () => {
    save(1);
    const prompts = [
      incoming(1),
      incoming(2, { folder: 'a' }),
      { ...incoming(2, { folder: 'a' }), id: hexId(50) },
      incoming(3, { title: 'Prompt 1' }),
    ];
    expect(db.importPrompts({ prompts })).toEqual({ added: 2, passedOver: 2 });
    const again = prompts.map((prompt, index) => ({ ...prompt, id: hexId(2_000 + index) }));
    expect(db.importPrompts({ prompts: again })).toEqual({ added: 0, passedOver: 4 });
    expect(db.listPrompts()).toHaveLength(3);
  });

  it('brings back what is in the trash as a new prompt', () => {
    save(1);
    db.trashPrompts({ promptIds: [hexId(1)], at: 5 });
    expect(db.importPrompts({ prompts: [incoming(1)] })).toEqual({ added: 1, passedOver: 0 });
  });

  it('adds nothing when a part of it fails', async () => {
    const prompts = [incoming(1), { ...incoming(2), id: hexId(1_001) }];
    expect(await codeOf(() => db.importPrompts({ prompts }))).toBe('database-failed');
    expect(db.listPrompts()).toEqual([]);
  });

  it('knows thousands of the same title', () => {
    const prompts = Array.from({ length: 2_000 }, (_, index) => incoming(index, { folder: 'f' }));
    expect(db.importPrompts({ prompts }).added).toBe(2_000);
    expect(db.importPrompts({ prompts }).passedOver).toBe(2_000);
  });
});

describe('prompts in the trash', () => {
  it('are listed, and gone for good once erased', async () => {
    save(1, { title: '', body: 'Only a body\nand more' });
    save(2);
    db.trashPrompts({ promptIds: [hexId(1)], at: 5 });
    db.trashPrompts({ promptIds: [hexId(2)], at: 6 });
    const { items, total } = db.listTrash({ after: null, limit: 10 });
    expect(total).toBe(2);
    expect(items.map(({ thing, title }) => [thing, title])).toEqual([
      [{ kind: 'prompt', promptId: hexId(2) }, 'Prompt 2'],
      [{ kind: 'prompt', promptId: hexId(1) }, 'Only a body\nand more'],
    ]);
    expect(db.markErased({ things: [{ kind: 'prompt', promptId: hexId(1) }] })).toBe(1);
    expect(db.restorePrompts({ promptIds: [hexId(1)] })).toEqual([]);
    expect(db.markErasedUntil({ until: 10, limit: 10 })).toBe(1);
    while (db.eraseSome({ limit: 10, budgetMs: 100 }) > 0);
    expect(db.listTrash({ after: null, limit: 10 }).total).toBe(0);
    expect(await codeOf(() => db.getPrompt({ promptId: hexId(2) }))).toBe('not-found');
    save(2);
    expect(listed()).toEqual([':2']);
  });
});
