import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { hexId, memoryDatabase } from '../testing/fixtures.ts';
import {
  addMessage,
  addSession,
  foundMessages,
  foundSessions,
  indexAll,
  newYear,
  searchAll,
} from './testing/library.ts';

let connection: Connection;
let db: Database;
const dayMs = 86_400_000;

beforeEach(() => {
  ({ connection, db } = memoryDatabase());
  connection.exec(`
    INSERT INTO projects (id, public_id, name, position, created_at, updated_at)
    VALUES (1, '00000000aa', 'Garden work', 1, 1, 1), (2, '00000000bb', 'Garden', 2, 1, 1);
    INSERT INTO tags (id, name) VALUES (1, 'Grün'), (2, 'old');
  `);
  addSession(connection, 1, { title: 'Roses and Größe' });
  addSession(connection, 2, { title: 'Plain', project_id: 1, tag_ids: '[1]', pinned_at: 5 });
  addSession(connection, 3, { title: 'Third', project_id: 2, tag_ids: '[1,2]', archived_at: 5 });
  addSession(connection, 4, { title: 'Gone roses', trashed_at: 5 });
  connection.exec('INSERT INTO session_tags (session_id, tag_id) VALUES (2, 1), (3, 1), (3, 2)');
});

function found(query: string): readonly string[] {
  return foundMessages(db, query);
}

describe('words', () => {
  beforeEach(() => {
    addMessage(connection, { id: 'a', session: 1, content: 'It ran Synchronously, twice.' });
    addMessage(connection, {
      id: 'b',
      session: 2,
      content: 'Le café est à la grande Straße',
      thinking: 'hidden thought',
    });
    addMessage(connection, { id: 'c', session: 3, content: 'big red apple; red big apple' });
    addMessage(connection, { id: 'd', session: 4, content: 'synchronously in the trash' });
    addMessage(connection, {
      id: 'e',
      session: 1,
      content: '我们使用全文搜索引擎。ガッコウへ行く 한국어를 배웁니다 ภาษาไทยง่าย',
    });
    indexAll(db);
  });

  it.each([
    ['synchronously', ['a']],
    ['SYNCHRON', ['a']],
    ['chrono', ['a']],
    ['cafe', ['b']],
    ['CAFÉ', ['b']],
    ['strasse', ['b']],
    ['thought', ['b']],
    ['"red big"', ['c']],
    ['"big red apple"', ['c']],
    ['"apple big"', []],
    ['big apple', ['c']],
    ['app', ['c']],
    ['apple -red', []],
    ['apple -"green big"', ['c']],
    ['-apple -synchronously', ['e', 'b']],
    ['搜索', ['e']],
    ['索', ['e']],
    ['全文搜索引擎', ['e']],
    ['搜引', []],
    ['ガッコウ', ['e']],
    ['한국어', ['e']],
    ['ไทย', ['e']],
    ['使用全文 行く', ['e']],
    ['absent', []],
  ])('finds %s', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('marks what was found', () => {
    const [page] = searchAll(db, 'chrono');
    const hit = page?.groups[0]?.hits[0];
    expect(hit?.snippet.text).toBe('It ran Synchronously, twice.');
    expect(hit?.snippet.marks).toEqual([[10, 16]]);
    expect(page?.terms).toEqual(['chrono']);
  });

  it('tells where a hit stands', () => {
    expect(searchAll(db, 'thought')[0]?.groups[0]?.hits[0]?.source).toBe('thinking');
  });
});

describe('sessions', () => {
  beforeEach(() => {
    addMessage(connection, { id: 'a', session: 1, content: 'word' });
    addMessage(connection, { id: 'b', session: 2, content: 'word' });
    addMessage(connection, { id: 'c', session: 3, content: 'word' });
    indexAll(db);
  });

  it.each([
    ['roses', [1]],
    ['gross', [1]],
    ['in:title ros', [1]],
    ['in:title garden', []],
    ['garden', [3, 2]],
    ['garden third', [3]],
    ['grun', [3, 2]],
    ['tag:grün', [3, 2]],
    ['tag:grün tag:old', [3]],
    ['tag:grün -tag:old', [2]],
    ['project:garden', [3]],
    ['project:"garden work"', [2]],
    ['-project:garden', [2, 1]],
    ['is:archived', [3]],
    ['-is:archived', [2, 1]],
    ['is:pinned', [2]],
    ['word is:pinned', [2]],
    ['word project:garden', [3]],
    ['word -tag:grün', [1]],
    ['project:nowhere', []],
    ['', []],
    ['🎉', []],
  ])('finds by %s', (query, keys) => {
    expect(foundSessions(db, query)).toEqual(keys.map(hexId));
  });

  it('says when a filter names nothing', () => {
    expect(searchAll(db, 'word project:nowhere')[0]?.notes).toEqual([
      { kind: 'nothing-named', filter: 'project', text: 'nowhere' },
    ]);
  });

  it('follows a renamed project, a moved and a retitled session', () => {
    connection.exec(`
      UPDATE projects SET name = 'Kitchen' WHERE id = 1;
      UPDATE sessions SET project_id = 2 WHERE id = 1;
      UPDATE sessions SET title = 'Tulips' WHERE id = 1;
    `);
    indexAll(db);
    expect(foundSessions(db, 'kitchen')).toEqual([hexId(2)]);
    expect(foundSessions(db, 'garden')).toEqual([hexId(3), hexId(1)]);
    expect(foundSessions(db, 'tulips')).toEqual([hexId(1)]);
    expect(foundSessions(db, 'roses')).toEqual([]);
  });
});

describe('filters of messages', () => {
  beforeEach(() => {
    addMessage(connection, { id: 'a', session: 1, content: 'alpha', at: newYear });
    addMessage(connection, {
      id: 'b',
      session: 1,
      content: 'alpha\n```js\n1\n```',
      role: 'assistant',
      model: 'qwen3:8b',
      at: newYear + dayMs,
    });
    const key = addMessage(connection, { id: 'c', session: 2, content: 'alpha', at: newYear + 2 * dayMs });
    connection.exec(`
      INSERT INTO blobs (id, sha256, size_bytes, bytes) VALUES (1, '${'0'.repeat(64)}', 1, x'00');
      INSERT INTO attachments (public_id, message_id, blob_id, position, kind, name, mime, size_bytes, created_at,
                               extracted_text)
      VALUES ('x', ${key}, 1, 0, 'image', 'sunset.png', 'image/png', 1, 1, NULL),
             ('y', ${key}, 1, 1, 'text', 'notes.txt', 'text/plain', 1, 1, 'attached words');
    `);
    indexAll(db);
  });

  it.each([
    ['alpha role:assistant', ['b']],
    ['alpha -role:assistant', ['c', 'a']],
    ['role:assistant', ['b']],
    ['model:qwen', ['b']],
    ['alpha has:code', ['b']],
    ['has:image', ['c']],
    ['-has:image alpha', ['b', 'a']],
    ['sunset', ['c']],
    ['attached', ['c']],
    ['alpha after:2026-01-02', ['c', 'b']],
    ['alpha before:2026-01-02', ['a']],
    ['before:2026-01-02', ['a']],
    ['alpha after:2026-01-02 before:2026-01-03', ['b']],
    ['alpha after:2027', []],
    ['after:2020', ['c', 'b', 'a']],
    ['alpha tag:grün', ['c']],
  ])('finds by %s', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('takes an unknown filter and a date nobody can mean as plain words, and says so', () => {
    expect(searchAll(db, 'alpha colour:red')[0]?.notes).toEqual([
      { kind: 'unknown-filter', text: 'colour:red' },
    ]);
    expect(searchAll(db, 'alpha before:2026-02-30')[0]?.notes).toEqual([
      { kind: 'bad-date', text: '2026-02-30' },
    ]);
    expect(found('alpha colour:red')).toEqual([]);
  });

  it('shows neither a branch in the trash nor one that is being written', () => {
    connection.exec(`
      UPDATE messages SET trashed_at = 9 WHERE public_id = 'a';
      UPDATE messages SET parent_id = (SELECT id FROM messages WHERE public_id = 'a') WHERE public_id = 'b';
      UPDATE messages SET status = 'streaming' WHERE public_id = 'c';
    `);
    indexAll(db);
    expect(found('alpha')).toEqual([]);
  });
});

describe('a page of results', () => {
  it('says when a good part of the library is not in the index yet', () => {
    const page = () => db.runSearch({ query: 'word', order: 'newest', after: null, now: newYear });
    indexAll(db);
    addMessage(connection, { id: 'just-written', session: 1, content: 'word' });
    expect(page().isIndexBehind).toBe(false);
    for (let number = 0; number < 300; number += 1) {
      addMessage(connection, { id: `m${number}`, session: 1, content: 'word' });
    }
    expect(page()).toMatchObject({ groups: [], isIndexBehind: true });
    indexAll(db);
    expect(page().isIndexBehind).toBe(false);
    db.rebuildSearch();
    expect(page().isIndexBehind).toBe(true);
  });

  it('shows sessions found by their titles by their last activity', () => {
    connection.exec(`
      UPDATE sessions SET title = 'Lavender ' || id;
      UPDATE sessions SET updated_at = 100 - id;
    `);
    indexAll(db);
    const { groups } = db.runSearch({ query: 'lavender', order: 'newest', after: null, now: newYear });
    expect(groups.map(({ session }) => session.title)).toEqual(['Lavender 1', 'Lavender 2', 'Lavender 3']);
  });
});
