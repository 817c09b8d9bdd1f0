import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../database.ts';
import type { Connection } from '../statements.ts';
import { temporaryFolder } from '../testing/fixtures.ts';
import { foundation } from './001-foundation.ts';
import { library } from './002-library.ts';

let folder: ReturnType<typeof temporaryFolder>;
let connection: Connection;

beforeEach(() => {
  folder = temporaryFolder();
  const old = openConnection(`${folder.path}/parlor.db`, [foundation]);
  old.exec(`
    INSERT INTO projects (id, public_id, name, position, created_at, updated_at) VALUES (7, 'p7', 'Work', 0, 1, 1);
    INSERT INTO sessions
      (id, public_id, project_id, title, description, system_prompt, created_at, updated_at, archived_at, trashed_at)
    VALUES
      (1, 's1', NULL, 'One', 'About one', 'Be brief.', 1, 1, NULL, NULL),
      (2, 's2', 7, 'Two', '', '', 2, 2, NULL, NULL),
      (3, 's3', 7, 'Three', '', 'Be kind.', 3, 3, NULL, NULL),
      (4, 's4', 7, 'Four', '', '', 4, 4, 9, NULL),
      (5, 's5', 7, 'Five', '', '', 5, 5, 9, 9);
    INSERT INTO messages (id, public_id, session_id, sequence, role, status, created_at, content)
    VALUES (1, 'm1', 1, 1, 'user', 'complete', 1, 'Hello');
    UPDATE sessions SET active_leaf_id = 1 WHERE id = 1;
    INSERT INTO drafts (session_id, updated_at, text) VALUES (1, 1, 'half a thought');
  `);
  old.close();
  connection = openConnection(`${folder.path}/parlor.db`, [foundation, library]);
});

afterEach(() => {
  connection.close();
  folder.remove();
});

const all = (sql: string) => connection.prepare(sql).raw().all();

describe('a file of the first schema', () => {
  it('keeps every text of its sessions and everything that refers to them', () => {
    expect(all('SELECT public_id, title, description, system_prompt, active_leaf_id FROM sessions')).toEqual([
      ['s1', 'One', 'About one', 'Be brief.', 1],
      ['s2', 'Two', '', '', null],
      ['s3', 'Three', '', 'Be kind.', null],
      ['s4', 'Four', '', '', null],
      ['s5', 'Five', '', '', null],
    ]);
    expect(all('SELECT session_id, text FROM drafts')).toEqual([[1, 'half a thought']]);
    expect(all('SELECT public_id, session_id, trashed_at FROM messages')).toEqual([['m1', 1, null]]);
    expect(all('PRAGMA foreign_key_check')).toEqual([]);
    expect(all('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it('has its sessions counted by place and state', () => {
    expect(counts()).toEqual([
      [0, 'active', 1],
      [7, 'active', 2],
      [7, 'archived', 1],
      [7, 'trashed', 1],
    ]);
  });

  it('has nothing tagged, unfinished or with fields', () => {
    expect(all('SELECT DISTINCT tag_ids, is_incomplete, fields FROM sessions')).toEqual([['[]', 0, '{}']]);
  });
});

describe('the counts', () => {
  /** What there really is. */
  const counted = () =>
    all(`
      SELECT
        IFNULL(project_id, 0) AS project_key,
        CASE WHEN trashed_at IS NOT NULL THEN 'trashed' WHEN archived_at IS NOT NULL THEN 'archived' ELSE 'active' END
          AS state,
        COUNT(*)
      FROM sessions
      GROUP BY 1, 2
      ORDER BY 1, 2`);

  it.each([
    ["INSERT INTO sessions (public_id, project_id, created_at, updated_at) VALUES ('n', 7, 1, 1)"],
    ["INSERT INTO sessions (public_id, archived_at, created_at, updated_at) VALUES ('n', 7, 1, 1)"],
    ['UPDATE sessions SET project_id = NULL WHERE id IN (2, 4, 5)'],
    ['UPDATE sessions SET project_id = 7'],
    ['UPDATE sessions SET archived_at = 5'],
    ['UPDATE sessions SET trashed_at = 5, archived_at = NULL'],
    ['UPDATE sessions SET trashed_at = NULL, project_id = NULL'],
    ['DELETE FROM sessions WHERE id IN (1, 3, 5)'],
    ['DELETE FROM sessions'],
    // A project erased for good leaves its sessions in the Inbox.
    ['DELETE FROM projects'],
  ])('are right after %s', (sql) => {
    connection.exec(sql);
    expect(counts()).toEqual(counted());
  });
});

it('has the long texts at the end of a row, so that a list need not read past them', () => {
  const columns = all("SELECT name FROM pragma_table_info('sessions')").flat();
  expect(columns.slice(-2)).toEqual(['description', 'system_prompt']);
});

it('has an index that starts with the column of each foreign key', () => {
  const without = all(`
    SELECT tables.name || '.' || keys."from"
    FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
    WHERE tables.type = 'table'
      AND keys."from" NOT IN (SELECT name FROM pragma_table_info(tables.name) WHERE pk = 1)
      AND keys."from" NOT IN (
        SELECT columns.name
        FROM pragma_index_list(tables.name) AS indexes, pragma_index_info(indexes.name) AS columns
        WHERE columns.seqno = 0
      )`);
  expect(without).toEqual([]);
});

/** Places that have none are left out. */
function counts(): unknown[] {
  return all(`
    SELECT project_key, state, count
    FROM session_counts
    WHERE count <> 0
    ORDER BY 1, 2`);
}
