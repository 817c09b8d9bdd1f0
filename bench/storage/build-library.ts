import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { closeConnection, openConnection } from '../../src/main/db/database.ts';
import { nextMessageKey } from '../../src/main/db/messages/message-keys.ts';
import { indexSlice } from '../../src/main/db/search/index-slice.ts';
import { fingerprint } from '../../src/main/db/search/index-state.ts';
import { mergeSlice } from '../../src/main/db/search/merge-slice.ts';
import type { Connection } from '../../src/main/db/statements.ts';
import { createLibraryText, type LibraryText } from './library-text.ts';

export interface LibrarySize {
  readonly sessions: number;
  /** Without those of the giant session. */
  readonly messages: number;
  /** Messages of one session more; 0 for none. */
  readonly giant: number;
}

const generatorVersion = 2;
const start = Date.UTC(2023, 0, 1);
const years = 3;
const minuteMs = 60_000;

export const giantId = 'ffffffffff';

/** The path of a finished library of this size, which is built when there is none yet for this schema. */
export function libraryOf(size: LibrarySize): string {
  const { XDG_CACHE_HOME: configured } = process.env;
  const base = configured?.startsWith('/') ? configured : join(homedir(), '.cache');
  const folder = join(base, 'parlor-bench');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `library-${size.sessions}-${schemaHash()}.sqlite`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.unfinished`;
  for (const end of ['', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true });
  const began = performance.now();
  build(unfinished, size);
  renameSync(unfinished, path);
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(`built ${path} (${(statSync(path).size / 1e6).toFixed(0)} MB) in ${seconds} s`);
  return path;
}

function schemaHash(): string {
  const connection = openConnection(':memory:');
  const schema = connection.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all();
  connection.close();
  return createHash('sha256')
    .update(JSON.stringify([generatorVersion, fingerprint, schema]))
    .digest('hex')
    .slice(0, 10);
}

function build(path: string, size: LibrarySize): void {
  const connection = openConnection(path);
  connection.pragma('synchronous = OFF');
  connection.pragma('cache_size = -1000000');
  connection.pragma('foreign_keys = OFF');
  connection.pragma('secure_delete = OFF');
  connection.pragma('wal_autocheckpoint = 50000');
  const text = createLibraryText(11);
  addPlaces(connection);
  let done = 0;
  while (done < size.sessions) {
    const from = done;
    done = Math.min(size.sessions, done + 2_000);
    connection.transaction(() => {
      for (let number = from; number < done; number += 1) addSession(connection, text, size, number);
    })();
    progress('sessions', done, size.sessions);
  }
  if (size.giant > 0) connection.transaction(() => addGiant(connection, text, size))();
  connection.exec('ANALYZE');
  indexEverything(connection);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  closeConnection(connection);
}

const projectCount = 40;
const tagCount = 60;

function addPlaces(connection: Connection): void {
  for (let key = 1; key <= projectCount; key += 1) {
    connection
      .prepare(
        'INSERT INTO projects (id, public_id, name, position, created_at, updated_at) VALUES (?, ?, ?, ?, 1, 1)',
      )
      .run(key, `bb${key.toString(16).padStart(8, '0')}`, `Project ${key}`, key);
  }
  for (let key = 1; key <= tagCount; key += 1) {
    connection.prepare('INSERT INTO tags (id, name, colour) VALUES (?, ?, ?)').run(key, `tag${key}`, key % 8);
  }
}

function sessionId(number: number): string {
  return number.toString(16).padStart(10, '0');
}

function addSession(connection: Connection, text: LibraryText, size: LibrarySize, number: number): void {
  const { random } = text;
  // Most sessions are short, some are long; the mean is what the size asks for.
  const mean = size.messages / size.sessions;
  const turns = Math.max(1, Math.round(-Math.log(1 - random()) * (mean / 2)));
  const at = Math.floor(start + ((number + random()) / size.sessions) * years * 365 * 24 * 60 * minuteMs);
  const project = random() < 0.5 ? null : 1 + Math.floor(projectCount ** random() - 1);
  // Two tags are rare, and the last one is of one session in some thousand.
  const tags = random() < 0.15 ? [1 + Math.floor(tagCount ** random() - 1)] : [];
  insertSession(connection, {
    key: number + 1,
    id: sessionId(number + 1),
    title: text.title(),
    project,
    tags,
    at,
    pinned: random() < 0.002 ? at : null,
    archived: random() < 0.1 ? at : null,
  });
  addTurns(connection, text, number + 1, turns, at, 2 * minuteMs);
}

function addGiant(connection: Connection, text: LibraryText, size: LibrarySize): void {
  const key = size.sessions + 1;
  const at = start + years * 365 * 24 * 60 * minuteMs;
  insertSession(connection, {
    key,
    id: giantId,
    title: 'A very long one',
    project: null,
    tags: [],
    at,
    pinned: null,
    archived: null,
  });
  addTurns(connection, text, key, size.giant / 2, at, minuteMs);
}

interface SessionValues {
  readonly key: number;
  readonly id: string;
  readonly title: string;
  readonly project: number | null;
  readonly tags: readonly number[];
  readonly at: number;
  readonly pinned: number | null;
  readonly archived: number | null;
}

function insertSession(connection: Connection, values: SessionValues): void {
  connection
    .prepare(
      `INSERT INTO sessions
         (id, public_id, title, title_source, project_id, tag_ids, model, created_at, updated_at, pinned_at, archived_at)
       VALUES (:key, :id, :title, 'auto', :project, :tagIds, 'qwen3:8b', :at, :at, :pinned, :archived)`,
    )
    .run({ ...values, tagIds: JSON.stringify(values.tags) });
  for (const tag of values.tags) {
    connection.prepare('INSERT INTO session_tags (session_id, tag_id) VALUES (?, ?)').run(values.key, tag);
  }
}

const models = ['qwen3:8b', 'llama3.3:70b', 'gemma3:12b', 'mistral-small:24b'];

function addTurns(
  connection: Connection,
  text: LibraryText,
  session: number,
  turns: number,
  from: number,
  stepMs: number,
): void {
  const insert = connection.prepare(
    `INSERT INTO messages
       (id, public_id, session_id, parent_id, sequence, role, status, model, created_at, finished_at,
        prompt_tokens, reply_tokens, eval_ms, total_ms, content)
     VALUES (:key, :id, :session, :parent, :sequence, :role, 'complete', :model, :at, :at,
        :promptTokens, :replyTokens, :evalMs, :evalMs, :content)`,
  );
  let parent: number | null = null;
  let at = Math.floor(from);
  let sequence = 0;
  const add = (role: 'user' | 'assistant', content: string): void => {
    sequence += 1;
    at += stepMs;
    const key = nextMessageKey(connection, at);
    const isAnswer = role === 'assistant';
    const tokens = Math.ceil(content.length / 4);
    insert.run({
      key,
      id: `${role}-${session}-${sequence}`,
      session,
      parent,
      sequence,
      role,
      model: isAnswer ? (models[Math.floor(models.length * text.random())] ?? null) : null,
      at,
      promptTokens: isAnswer ? 400 : null,
      replyTokens: isAnswer ? tokens : null,
      evalMs: isAnswer ? tokens * 20 : null,
      content,
    });
    parent = key;
  };
  let preview = '';
  for (let turn = 0; turn < turns; turn += 1) {
    const question = text.question();
    if (turn === 0) preview = question.slice(0, 100);
    add('user', question);
    add('assistant', text.answer());
  }
  connection
    .prepare(
      `UPDATE sessions
       SET active_leaf_id = :parent, next_sequence = :next, message_count = :count, updated_at = :at, preview = :preview
       WHERE id = :session`,
    )
    .run({ parent, next: sequence + 1, count: sequence, at, preview, session });
}

/** In large slices, as nobody waits for anything else. */
function indexEverything(connection: Connection): void {
  connection.exec(`
    DELETE FROM search_queue;
    DELETE FROM session_changes WHERE id < (SELECT MAX(id) FROM session_changes);
    UPDATE search_state
    SET messages_below = (SELECT MAX(id) + 1 FROM messages),
        sessions_below = (SELECT MAX(id) + 1 FROM sessions);
  `);
  const total = Number(connection.prepare('SELECT COUNT(*) FROM messages').pluck().get());
  const index = connection.transaction(() => indexSlice(connection, { budgetMs: 2_000 }));
  const merge = connection.transaction(() => mergeSlice(connection, { pages: 2_000 }));
  let isGoingOn = true;
  while (isGoingOn) {
    isGoingOn = index.immediate().hasMore;
    while (merge.immediate().hasMore);
    progress(
      'indexed',
      Number(connection.prepare('SELECT COUNT(*) FROM message_search_docsize').pluck().get()),
      total,
    );
  }
}

function progress(what: string, done: number, of: number): void {
  if (process.stdout.isTTY || done === of)
    process.stdout.write(`\r${what} ${done} of ${of}${done === of ? '\n' : ''}`);
}

/** Bytes of the tables and indexes whose names begin with one of `prefixes`, and of all. */
export function sizeOf(
  connection: Connection,
  prefixes: readonly string[],
): { readonly part: number; readonly all: number } {
  const rows = connection
    .prepare<[], { readonly name: string; readonly bytes: number }>(
      'SELECT name, SUM(pgsize) AS bytes FROM dbstat GROUP BY name',
    )
    .all();
  let part = 0;
  let all = 0;
  for (const { name, bytes } of rows) {
    all += bytes;
    if (prefixes.some((prefix) => name.startsWith(prefix))) part += bytes;
  }
  return { part, all };
}
