import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { codeOf, hexId, memoryDatabase } from '../testing/fixtures.ts';
import { addMessage, addSession, indexAll } from './testing/library.ts';

let connection: Connection;
let db: Database;

beforeEach(() => {
  ({ connection, db } = memoryDatabase());
  addSession(connection, 1);
});

function chain(texts: readonly string[]): readonly number[] {
  const keys: number[] = [];
  for (const [index, content] of texts.entries()) {
    keys.push(
      addMessage(connection, { id: `m${index}`, session: 1, content, parentKey: keys.at(-1) ?? null }),
    );
  }
  const leaf = keys.at(-1);
  connection.prepare('UPDATE sessions SET active_leaf_id = ?, message_count = ?').run(leaf, texts.length);
  return keys;
}

const find = (text: string) => db.findInSession({ sessionId: hexId(1), text });

describe('finding inside a session', () => {
  it('counts plain text whatever its case and accents, from the root down', () => {
    chain(['Größe, GROSSE', 'nothing', 'a->b "grosse"', 'a -> b']);
    expect(find('größe').matches).toEqual([
      { messageId: 'm0', count: 2 },
      { messageId: 'm2', count: 1 },
    ]);
    expect(find('a->b').matches).toEqual([{ messageId: 'm2', count: 1 }]);
    expect(find('').matches).toEqual([]);
  });

  it('counts messages of other branches apart, and none of the trash', () => {
    const [root] = chain(['root word', 'leaf word']);
    addMessage(connection, { id: 'other', session: 1, content: 'word too', parentKey: root ?? null });
    const gone = addMessage(connection, { id: 'gone', session: 1, content: 'word', parentKey: root ?? null });
    connection.prepare('UPDATE messages SET trashed_at = 1 WHERE id = ?').run(gone);
    expect(find('word')).toEqual({
      matches: [
        { messageId: 'm0', count: 1 },
        { messageId: 'm1', count: 1 },
      ],
      elsewhere: 1,
    });
  });

  it('finds the same in a long session, where the index narrows it down', () => {
    const texts = Array.from({ length: 2_500 }, (_, index) =>
      index % 500 === 7 ? `prefixSYNCHRONOUSLY ${index} 全文搜索 red big apple` : `filler ${index}`,
    );
    chain(texts);
    const queries = [
      'chrono',
      'synchronously',
      'red big',
      'ed big ap',
      '文搜',
      '搜',
      'sly 7',
      'filler 24',
      'absent',
      'prefixs',
    ];
    const before = queries.map((query) => find(query));
    indexAll(db);
    connection.exec("UPDATE messages SET content = content || ' late chrono' WHERE public_id = 'm3'");
    const after = queries.map((query) => find(query));
    expect(after[0]?.matches).toHaveLength((before[0]?.matches.length ?? 0) + 1);
    expect(after.slice(1)).toEqual(before.slice(1));
  });

  it('knows no session that is not there or in the trash', async () => {
    expect(await codeOf(() => db.findInSession({ sessionId: hexId(9), text: 'a' }))).toBe('not-found');
    connection.exec('UPDATE sessions SET trashed_at = 1');
    expect(await codeOf(() => find('a'))).toBe('not-found');
  });
});

describe('titles', () => {
  const titles = (text: string) => db.findTitles({ text, limit: 10 }).map(({ title }) => title.text);

  beforeEach(() => {
    connection.exec('DELETE FROM sessions');
    addSession(connection, 1, { title: 'Größe der Erde' });
    addSession(connection, 2, { title: '', preview: 'What a preview' });
    addSession(connection, 3, { title: '全文搜索引擎' });
    addSession(connection, 4, { title: 'Archived Erde', archived_at: 1 });
    addSession(connection, 5, { title: 'Electron window' });
  });

  it('are found fuzzily, with marks in the title as it is written', () => {
    expect(titles('elecron')).toEqual(['Electron window']);
    expect(titles('wind elec')).toEqual(['Electron window']);
    expect(titles('preview')).toEqual(['What a preview']);
    expect(titles('搜索')).toEqual(['全文搜索引擎']);
    expect(titles('->')).toEqual([]);
    const [found] = db.findTitles({ text: 'grosse', limit: 10 });
    expect(found?.title).toEqual({ text: 'Größe der Erde', marks: [[0, 5]] });
  });

  it('are the most recent ones for an empty text', () => {
    expect(titles('')).toEqual(['Electron window', '全文搜索引擎', 'What a preview', 'Größe der Erde']);
  });

  it('follow every change', () => {
    expect(titles('erde')).toEqual(['Größe der Erde']);
    connection.exec(`
      UPDATE sessions SET archived_at = NULL WHERE id = 4;
      UPDATE sessions SET title = 'Mars' WHERE id = 1;
      DELETE FROM sessions WHERE id = 5;
    `);
    addSession(connection, 6, { title: 'Erdem' });
    expect([...titles('erde')].sort()).toEqual(['Archived Erde', 'Erdem']);
    expect(titles('mars')).toEqual(['Mars']);
    expect(titles('electron')).toEqual([]);
    indexAll(db);
    expect([...titles('erde')].sort()).toEqual(['Archived Erde', 'Erdem']);
  });
});
