import { beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../database.ts';
import type { Connection } from '../statements.ts';
import { foundation } from './001-foundation.ts';

let connection: Connection;

beforeEach(() => {
  connection = openConnection(':memory:', [foundation]);
});

interface Named {
  readonly name: string;
}

function tables(): readonly string[] {
  return connection
    .prepare<[], Named>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map((row) => row.name);
}

describe('the first schema', () => {
  it('has a table for each kind of thing', () => {
    expect(tables().toSorted()).toEqual(
      [
        'attachments',
        'blobs',
        'drafts',
        'folds',
        'messages',
        'projects',
        'prompt_history',
        'prompts',
        'session_tags',
        'sessions',
        'tags',
      ].toSorted(),
    );
  });

  it('has only strict tables', () => {
    const lax = connection
      .prepare<[], Named>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0",
      )
      .all()
      .filter((row) => !row.name.startsWith('sqlite_'));
    expect(lax).toEqual([]);
  });

  it('has an index that starts with the column of each foreign key', () => {
    const without = connection
      .prepare(
        `SELECT tables.name || '.' || keys."from"
         FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
         WHERE tables.type = 'table'
           AND keys."from" NOT IN (SELECT name FROM pragma_table_info(tables.name) WHERE pk = 1)
           AND keys."from" NOT IN (
             SELECT columns.name
             FROM pragma_index_list(tables.name) AS indexes, pragma_index_info(indexes.name) AS columns
             WHERE columns.seqno = 0
           )`,
      )
      .pluck()
      .all();
    expect(without).toEqual([]);
  });

  it('refuses a role, a status or JSON it does not know', () => {
    connection.exec("INSERT INTO sessions (public_id, created_at, updated_at) VALUES ('s', 1, 1)");
    const insert = (role: string, status: string, error: string) =>
      connection
        .prepare(
          `INSERT INTO messages (public_id, session_id, sequence, role, status, created_at, error)
           VALUES ('m', 1, 1, ?, ?, 1, ?)`,
        )
        .run(role, status, error);
    expect(() => insert('robot', 'complete', '{}')).toThrow(/CHECK/);
    expect(() => insert('user', 'lost', '{}')).toThrow(/CHECK/);
    expect(() => insert('user', 'complete', '{')).toThrow(/CHECK/);
  });

  it('removes everything of a session with the session, and nothing of others', () => {
    connection.exec(`
      INSERT INTO sessions (id, public_id, created_at, updated_at) VALUES (1, 's1', 1, 1), (2, 's2', 1, 1);
      INSERT INTO messages (id, public_id, session_id, parent_id, sequence, role, status, created_at)
      VALUES (1, 'a', 1, NULL, 1, 'user', 'complete', 1), (2, 'b', 1, 1, 2, 'assistant', 'complete', 1),
             (3, 'c', 2, NULL, 1, 'user', 'complete', 1);
      UPDATE sessions SET active_leaf_id = 2 WHERE id = 1;
      INSERT INTO drafts (session_id, updated_at, text) VALUES (1, 1, 'x'), (2, 1, 'y');
      INSERT INTO blobs (id, sha256, size_bytes, bytes) VALUES (1, '${'0'.repeat(64)}', 1, x'00');
      INSERT INTO attachments (public_id, message_id, draft_session_id, blob_id, position, kind, name, mime, created_at)
      VALUES ('x', 1, NULL, 1, 0, 'image', 'x.png', 'image/png', 1),
             ('y', NULL, 1, 1, 0, 'image', 'x.png', 'image/png', 1),
             ('z', 3, NULL, 1, 0, 'image', 'x.png', 'image/png', 1);
      DELETE FROM sessions WHERE id = 1;
    `);
    const names = (sql: string) => connection.prepare(sql).pluck().all();
    expect(names('SELECT public_id FROM messages')).toEqual(['c']);
    expect(names('SELECT text FROM drafts')).toEqual(['y']);
    expect(names('SELECT public_id FROM attachments')).toEqual(['z']);
  });
});
