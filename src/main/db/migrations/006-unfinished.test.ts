import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConnection } from '../database.ts';
import type { Connection } from '../statements.ts';
import { temporaryFolder } from '../testing/fixtures.ts';
import { migrations } from './list.ts';

let folder: ReturnType<typeof temporaryFolder>;
let connection: Connection;

beforeEach(() => {
  folder = temporaryFolder();
  const path = `${folder.path}/parlor.db`;
  const old = openConnection(path, migrations.slice(0, 5));
  old.exec(`
    INSERT INTO sessions (id, public_id, created_at, updated_at) VALUES (1, 's1', 1, 1);
    INSERT INTO messages (id, public_id, session_id, parent_id, sequence, role, status, created_at, content)
    VALUES (11, 'm1', 1, NULL, 1, 'user', 'complete', 1, 'Hello');
    INSERT INTO drafts (session_id, updated_at, text) VALUES (1, 1, 'half a thought');
    INSERT INTO queued_messages (id, public_id, session_id, created_at, text) VALUES (5, 'q1', 1, 1, 'And then?');
  `);
  old.close();
  connection = openConnection(path, migrations.slice(0, 6));
});

afterEach(() => {
  connection.close();
  folder.remove();
});

it('keeps what waits and what was begun', () => {
  const row = (sql: string) => connection.prepare(sql).get();
  expect(row('SELECT public_id, text, replies FROM queued_messages')).toEqual({
    public_id: 'q1',
    text: 'And then?',
    replies: null,
  });
  expect(row('SELECT text, set_aside FROM drafts')).toEqual({ text: 'half a thought', set_aside: null });
});

it('takes a list of answers asked for, and nothing that is no JSON', () => {
  const set = connection.prepare('UPDATE queued_messages SET replies = ?');
  set.run('[{"model":"one"}]');
  expect(() => set.run('[{')).toThrow(/CHECK constraint failed/);
});

it('lets the change of a message go with its message', () => {
  const count = () => connection.prepare('SELECT count(*) FROM message_edits').pluck().get();
  connection.exec(`
    INSERT INTO message_edits (message_id, session_id, updated_at, text, removed_ids, is_open)
    VALUES (11, 1, 1, 'Hello you', '["a1"]', 1)`);
  expect(() => connection.exec("UPDATE message_edits SET removed_ids = '['")).toThrow(/CHECK/);
  expect(count()).toBe(1);
  connection.exec('DELETE FROM messages WHERE id = 11');
  expect(count()).toBe(0);
});
