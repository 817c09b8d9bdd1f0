import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../database.ts';
import type { Connection } from '../statements.ts';
import { temporaryFolder } from '../testing/fixtures.ts';
import { migrations } from './list.ts';

let folder: ReturnType<typeof temporaryFolder>;
let connection: Connection;

beforeEach(() => {
  folder = temporaryFolder();
  const path = `${folder.path}/parlor.db`;
  const old = openConnection(path, migrations.slice(0, 4));
  old.exec(`
    INSERT INTO sessions (id, public_id, created_at, updated_at) VALUES (1, 's1', 1, 1), (2, 's2', 1, 1);
    INSERT INTO messages (id, public_id, session_id, parent_id, sequence, role, status, created_at, content)
    VALUES (11, 'm1', 1, NULL, 1, 'user', 'complete', 1, 'Hello'),
           (12, 'm2', 1, 11, 2, 'assistant', 'complete', 1, 'Good day');
    UPDATE sessions SET active_leaf_id = 12 WHERE id = 1;
    INSERT INTO drafts (session_id, updated_at, text) VALUES (2, 1, 'half a thought');
    INSERT INTO blobs (id, sha256, size_bytes, bytes)
    VALUES (1, '${'0'.repeat(64)}', 3, x'010203'), (2, '${'1'.repeat(64)}', 2, x'0405');
    INSERT INTO attachments
      (id, public_id, message_id, draft_session_id, blob_id, position, kind, name, mime, page_count, token_estimate,
       created_at, metadata, extracted_text)
    VALUES
      (21, 'a1', 11, NULL, 1, 0, 'image', 'x.png', 'image/png', NULL, 9, 5, '{"a":1}', NULL),
      (22, 'a2', 11, NULL, 2, 1, 'other', 'x.txt', 'text/plain', NULL, 2, 5, NULL, 'four'),
      (23, 'a3', NULL, 2, 2, 0, 'pdf', 'x.pdf', 'application/pdf', 7, 2, 6, NULL, 'page');
    DELETE FROM search_queue;
  `);
  old.close();
  connection = openConnection(path, migrations.slice(0, 5));
});

afterEach(() => {
  connection.close();
  folder.remove();
});

const all = (sql: string) => connection.prepare(sql).raw().all();
const column = (sql: string) => connection.prepare(sql).pluck().all();

describe('a file of the fourth schema', () => {
  it('keeps everything of its attachments, and everything they refer to', () => {
    expect(
      all(`SELECT id, public_id, message_id, draft_session_id, queued_id, blob_id, sent_blob_id, position, kind, name,
             mime, size_bytes, page_count, text_length, token_estimate, created_at, metadata, extracted_text
           FROM attachments ORDER BY id`),
    ).toEqual([
      [
        21,
        'a1',
        11,
        null,
        null,
        1,
        null,
        0,
        'image',
        'x.png',
        'image/png',
        3,
        null,
        null,
        9,
        5,
        '{"a":1}',
        null,
      ],
      [22, 'a2', 11, null, null, 2, null, 1, 'text', 'x.txt', 'text/plain', 2, null, 4, 2, 5, null, 'four'],
      [23, 'a3', null, 2, null, 2, null, 0, 'pdf', 'x.pdf', 'application/pdf', 2, 7, 4, 2, 6, null, 'page'],
    ]);
    expect(all('SELECT public_id, content FROM messages')).toEqual([
      ['m1', 'Hello'],
      ['m2', 'Good day'],
    ]);
    expect(all('SELECT session_id, text FROM drafts')).toEqual([[2, 'half a thought']]);
    expect(column('SELECT size_bytes FROM blobs')).toEqual([3, 2]);
    expect(all('PRAGMA foreign_key_check')).toEqual([]);
    expect(all('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it('still has changed attachments indexed', () => {
    const queued = () => column('SELECT message_id FROM search_queue ORDER BY message_id');
    connection.exec('UPDATE attachments SET message_id = 12, draft_session_id = NULL WHERE id = 23');
    expect(queued()).toEqual([12]);
    connection.exec('DELETE FROM attachments WHERE id = 21');
    expect(queued()).toEqual([11, 12]);
    connection.exec('DELETE FROM search_queue; DELETE FROM messages WHERE id = 12');
    connection.exec("UPDATE messages SET content = 'Hello again' WHERE id = 11");
    expect(queued()).toEqual([11]);
  });

  it('keeps the files of a draft whose text goes', () => {
    connection.exec('DELETE FROM drafts');
    expect(column('SELECT public_id FROM attachments WHERE draft_session_id = 2')).toEqual(['a3']);
    connection.exec('DELETE FROM sessions WHERE id = 2');
    expect(column("SELECT public_id FROM attachments WHERE public_id = 'a3'")).toEqual([]);
  });
});

describe('the fifth schema', () => {
  it('has an index that starts with the column of each foreign key', () => {
    expect(
      column(`
        SELECT tables.name || '.' || keys."from"
        FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
        WHERE tables.type = 'table'
          AND keys."from" NOT IN (SELECT name FROM pragma_table_info(tables.name) WHERE pk = 1)
          AND keys."from" NOT IN (
            SELECT columns.name
            FROM pragma_index_list(tables.name) AS indexes, pragma_index_info(indexes.name) AS columns
            WHERE columns.seqno = 0
          )`),
    ).toEqual([]);
  });

  it('has an attachment belong to one thing, and takes no kind it does not know', () => {
    const insert = (owners: string, kind: string) =>
      connection.exec(`
        INSERT INTO attachments
          (public_id, message_id, draft_session_id, queued_id, blob_id, position, kind, name, mime, size_bytes, created_at)
        VALUES ('b', ${owners}, 1, 0, '${kind}', 'x', 'x', 1, 1)`);
    connection.exec(
      "INSERT INTO queued_messages (id, public_id, session_id, created_at, text) VALUES (1, 'q', 1, 1, '')",
    );
    expect(() => insert('NULL, NULL, NULL', 'text')).toThrow(/CHECK/);
    expect(() => insert('11, 1, NULL', 'text')).toThrow(/CHECK/);
    expect(() => insert('NULL, 1, 1', 'text')).toThrow(/CHECK/);
    expect(() => insert('11, NULL, NULL', 'other')).toThrow(/CHECK/);
    insert('NULL, NULL, 1', 'docx');
    connection.exec('DELETE FROM queued_messages');
    expect(column("SELECT public_id FROM attachments WHERE public_id = 'b'")).toEqual([]);
  });

  it('has only strict tables, and renames through no trigger afterwards', () => {
    expect(
      column(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search_%'",
      ),
    ).toEqual([]);
    expect(connection.pragma('legacy_alter_table', { simple: true })).toBe(0);
  });
});
