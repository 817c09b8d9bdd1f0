import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeConnection, openConnection } from '../db/database.ts';
import { createDatabase } from '../db/repository.ts';
import { addMessage, addSession, foundMessages, indexAll } from '../db/search/testing/library.ts';
import type { Connection } from '../db/statements.ts';
import {
  finishedReply,
  hexId,
  newSession,
  newTurn,
  temporaryFolder,
  workerPath,
} from '../db/testing/fixtures.ts';
import { type DatabaseClient, openDatabaseClient } from '../db/thread/client.ts';
import { createSearchService, type SearchService } from './search-service.ts';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'parlor.sqlite');
});
afterEach(() => folder.remove());

/** A library as an earlier run left it. */
function prepare(fill: (connection: Connection) => void): void {
  const connection = openConnection(path);
  fill(connection);
  closeConnection(connection);
}

async function withService(
  use: (service: SearchService, client: DatabaseClient, log: readonly string[]) => Promise<void>,
): Promise<void> {
  const client = await openDatabaseClient({ workerPath, databasePath: path });
  const log: string[] = [];
  const service = createSearchService({ db: client.db, now: Date.now, log: (line) => log.push(line) });
  try {
    await use(service, client, log);
  } finally {
    await service.close();
    await client.close();
  }
}

async function hits(service: SearchService, query: string): Promise<readonly string[]> {
  const page = await service.run({ query, order: 'newest', after: null });
  return page.groups.flatMap((group) => group.hits.map((hit) => hit.messageId));
}

const soon = { timeout: 15_000, interval: 20 };

describe('the index', () => {
  it('takes in a library that was there before it, and what is written later', async () => {
    prepare((connection) => {
      addSession(connection, 1);
      for (let number = 0; number < 300; number += 1)
        addMessage(connection, { id: `m${number}`, session: 1, content: `old ${number} words` });
    });
    await withService(async (service, { db }) => {
      service.start();
      await vi.waitFor(async () => expect(await hits(service, '"old 0 words"')).toEqual(['m0']), soon);
      await db.createSession(newSession({ id: hexId(7) }));
      await db.insertTurn(newTurn('1', { sessionId: hexId(7), text: 'a brandnew question' }));
      service.noticeChange();
      await vi.waitFor(async () => expect(await hits(service, 'brandnew')).toEqual(['u1']), soon);
      await db.finishReply(finishedReply('r1', { content: 'the streamed answer' }));
      service.noticeChange();
      await vi.waitFor(async () => expect(await hits(service, 'streamed')).toEqual(['r1']), soon);
    });
  });

  it('leaves no trace of what was erased, in no file', async () => {
    const canary = 'xylocanaryphone';
    const inside = 'aneverseenbefore';
    prepare((connection) => {
      addSession(connection, 1);
      addSession(connection, 2, { title: `Title ${canary}t` });
      for (let number = 0; number < 200; number += 1)
        addMessage(connection, { id: `k${number}`, session: 1, content: `kept words ${number}` });
      addMessage(connection, { id: 'gone', session: 2, content: `${canary} Ünïcode${inside} 秘密情報` });
      indexAll(createDatabase(connection));
    });
    await withService(async (service, { db }) => {
      expect(await hits(service, canary)).toEqual(['gone']);
      await db.trashSessions({ sessionIds: [hexId(2)], at: 1 });
      await db.markErased({ things: [{ kind: 'session', sessionId: hexId(2) }] as never });
      while ((await db.eraseSome({ limit: 100, budgetMs: 15 })) > 0);
      await service.drain();
      await db.forgetSamples();
      await vi.waitFor(async () => expect(await db.truncateLog()).toBe(true), soon);
      const bytes = [path, `${path}-wal`]
        .filter((file) => existsSync(file))
        .map((file) => readFileSync(file));
      for (const trace of [canary, canary.slice(2, 12), inside, '秘密', '情報', 'unicode']) {
        expect([trace, bytes.some((each) => each.includes(trace))]).toEqual([trace, false]);
      }
      expect(await hits(service, 'kept')).not.toEqual([]);
    });
  });

  it('is made anew without a word to anybody when it is damaged', async () => {
    prepare((connection) => {
      addSession(connection, 1);
      for (let number = 0; number < 200; number += 1)
        addMessage(connection, { id: `m${number}`, session: 1, content: `alpha beta ${number}` });
      indexAll(createDatabase(connection));
      connection.unsafeMode(true);
      connection.pragma('writable_schema = ON');
      connection.exec('UPDATE message_search_data SET block = zeroblob(length(block)) WHERE id > 10');
    });
    await withService(async (service, _client, log) => {
      await vi.waitFor(async () => expect(await hits(service, '"alpha beta 7"')).toEqual(['m7']), soon);
      expect(log.some((line) => line.includes('damaged'))).toBe(true);
    });
  });

  it('is as it should be after being killed in the middle of its work, again and again', async () => {
    prepare((connection) => {
      addSession(connection, 1);
      connection.transaction(() => {
        for (let number = 0; number < 2_000; number += 1)
          addMessage(connection, {
            id: `m${number}`,
            session: 1,
            content: `alpha ${number} ${'filler '.repeat(number % 20)}`,
          });
      })();
    });
    for (let run = 1; run <= 4; run += 1) {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, '../db/search/testing/indexing-child.ts'), path],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (printed.split('\n').length > run * 7) child.kill('SIGKILL');
      });
      await new Promise((resolve) => child.on('close', resolve));
    }
    const connection = openConnection(path);
    const db = createDatabase(connection);
    indexAll(db);
    expect(db.isSearchSound({ since: Number.POSITIVE_INFINITY })).toBe(true);
    for (const word of ['again', 'alpha', 'filler']) {
      const indexed = connection
        .prepare('SELECT COUNT(*) FROM message_search WHERE message_search MATCH ?')
        .pluck()
        .get(`"${word}"`);
      const really = connection
        .prepare("SELECT COUNT(*) FROM messages WHERE ' ' || content || ' ' LIKE ?")
        .pluck()
        .get(`% ${word} %`);
      expect([word, indexed]).toEqual([word, really]);
    }
    expect(foundMessages(db, '"alpha 1999"')).toEqual(
      connection.prepare("SELECT public_id FROM messages WHERE public_id = 'm1999'").pluck().all(),
    );
    closeConnection(connection);
  }, 60_000);
});
