import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { StatisticsScope } from '#shared/contract/statistics.ts';
import { openConnection } from '../database.ts';
import type { Database } from '../interface.ts';
import { foundation } from '../migrations/001-foundation.ts';
import { library } from '../migrations/002-library.ts';
import { search } from '../migrations/003-search.ts';
import { migrations } from '../migrations/list.ts';
import type { Connection } from '../statements.ts';
import {
  codeOf,
  finishedReply,
  hexId,
  memoryDatabase,
  newSession,
  newTurn,
  temporaryFolder,
  workerPath,
} from '../testing/fixtures.ts';
import { openDatabaseClient } from '../thread/client.ts';
import { trashedBranchUsageSql } from './trashed-branch-usage.ts';
import { usageByDaySql } from './usage-by-day.ts';

let connection: Connection;
let db: Database;
beforeEach(() => {
  ({ connection, db } = memoryDatabase());
});
afterEach(() => connection.close());

const everything: StatisticsScope = { kind: 'all' };
const noon = Date.parse('2026-11-20T12:00Z');

function exchange(name: string, sessionId: string, at: number): void {
  db.insertTurn(newTurn(name, { sessionId, at }));
  db.finishReply(finishedReply(`r${name}`, { at: at + 1_000 }));
}

describe('getStatistics', () => {
  it('is empty for an empty library', () => {
    expect(db.getStatistics({ scope: everything, timeZone: 'UTC' })).toEqual({
      sessions: 0,
      sums: { messages: 0, answers: 0, promptTokens: 0, replyTokens: 0, evalMs: 0 },
      days: [],
      models: [],
      speeds: [],
      longest: [],
    });
  });

  it('tells what one exchange added, on the day of the zone', () => {
    db.createSession(newSession());
    exchange('1', hexId(1), Date.parse('2026-11-20T18:20Z'));
    const sums = { messages: 2, answers: 1, promptTokens: 10, replyTokens: 5, evalMs: 100 };
    expect(db.getStatistics({ scope: everything, timeZone: 'Asia/Kathmandu' })).toEqual({
      sessions: 1,
      sums,
      days: [{ day: '2026-11-21', ...sums }],
      models: [{ model: 'qwen3:8b', ...sums, messages: 1 }],
      speeds: [{ day: '2026-11-21', model: 'qwen3:8b', tokensPerSecond: 50, evalMs: 100 }],
      longest: [{ sessionId: hexId(1), title: 'Question 1', messageCount: 2, replyTokens: 5 }],
    });
  });

  it('counts an answer while it is written, and its tokens when it has ended', () => {
    db.createSession(newSession());
    db.insertTurn(newTurn('1', { at: noon }));
    const read = () => db.getStatistics({ scope: everything, timeZone: 'UTC' }).sums;
    expect(read()).toMatchObject({ messages: 2, answers: 1, replyTokens: 0 });
    db.finishReply(finishedReply('r1', { at: noon }));
    expect(read()).toMatchObject({ messages: 2, answers: 1, replyTokens: 5 });
    db.finishReply(finishedReply('r1', { at: noon }));
    expect(read()).toMatchObject({ replyTokens: 5 });
  });

  it('keeps project and session apart, and refuses what is unknown or in the trash', async () => {
    db.createProject({ id: hexId(9), name: 'P', at: 1 });
    db.createSession(newSession({ projectId: hexId(9) }));
    db.createSession(newSession({ id: hexId(2) }));
    exchange('1', hexId(1), noon);
    exchange('2', hexId(2), noon);
    exchange('3', hexId(2), noon);
    const messages = (scope: StatisticsScope) => db.getStatistics({ scope, timeZone: 'UTC' }).sums.messages;
    expect(messages(everything)).toBe(6);
    expect(messages({ kind: 'project', projectId: hexId(9) })).toBe(2);
    expect(messages({ kind: 'project', projectId: null })).toBe(4);
    expect(messages({ kind: 'session', sessionId: hexId(1) })).toBe(2);
    connection.exec('UPDATE sessions SET trashed_at = 1 WHERE id = 1; UPDATE projects SET trashed_at = 1');
    expect(messages(everything)).toBe(4);
    expect(await codeOf(() => messages({ kind: 'session', sessionId: hexId(1) }))).toBe('not-found');
    expect(await codeOf(() => messages({ kind: 'session', sessionId: hexId(5) }))).toBe('not-found');
    expect(await codeOf(() => messages({ kind: 'project', projectId: hexId(9) }))).toBe('not-found');
  });

  it('lists the twenty longest sessions', () => {
    for (let number = 1; number <= 25; number += 1) {
      db.createSession(newSession({ id: hexId(number) }));
      connection
        .prepare('UPDATE sessions SET message_count = ? WHERE public_id = ?')
        .run(number, hexId(number));
    }
    const { longest } = db.getStatistics({ scope: everything, timeZone: 'UTC' });
    expect(longest.map(({ messageCount }) => messageCount)).toEqual(
      Array.from({ length: 20 }, (_, i) => 25 - i),
    );
  });

  it('says so when nobody knows the time zone', async () => {
    const read = () => db.getStatistics({ scope: everything, timeZone: 'Nowhere/At_All' });
    expect(await codeOf(read)).toBe('invalid-input');
  });

  it('survives times that nobody can mean', () => {
    db.createSession(newSession());
    for (const [index, at] of [-1, 0, 8.64e15, Number.MAX_SAFE_INTEGER].entries()) {
      exchange(String(index), hexId(1), at);
    }
    const { days, sums } = db.getStatistics({ scope: everything, timeZone: 'Pacific/Kiritimati' });
    expect(sums.messages).toBe(8);
    expect(days.map(({ day }) => day)).toEqual(['1969-12-31', '9999-12-30']);
  });

  it('forgets the name of a model when the last of its answers is erased', () => {
    db.createSession(newSession());
    db.insertTurn(newTurn('1', { model: 'secret:latest' }));
    db.insertTurn(newTurn('2', { model: 'kept:latest' }));
    connection.exec("DELETE FROM messages WHERE model = 'secret:latest'");
    db.forgetSamples();
    expect(connection.prepare('SELECT name FROM usage_models').pluck().all()).toEqual(['kept:latest']);
  });

  it('walks the days along the primary key', () => {
    const plan = connection
      .prepare<object, { readonly detail: string }>(`EXPLAIN QUERY PLAN ${usageByDaySql(null)}`)
      .all({ days: '[]' })
      .map(({ detail }) => detail);
    expect(plan).toContain('SEARCH usage USING PRIMARY KEY (slot>? AND slot<?)');
  });
});

describe('migration 004', () => {
  it('counts what was there before', () => {
    const folder = temporaryFolder();
    try {
      const path = `${folder.path}/old.sqlite`;
      const old = openConnection(path, [foundation, library, search]);
      old.exec(`
        INSERT INTO sessions (id, public_id, created_at, updated_at) VALUES (1, '${hexId(1)}', 0, 0);
        INSERT INTO messages (public_id, session_id, sequence, role, status, model, created_at, reply_tokens, eval_ms)
        VALUES ('q', 1, 1, 'user', 'complete', NULL, ${noon}, NULL, NULL),
               ('a', 1, 2, 'assistant', 'complete', 'm', ${noon}, 30, 500.5),
               ('b', 1, 3, 'assistant', 'failed', NULL, ${noon}, NULL, NULL);
      `);
      old.close();
      const upgraded = openConnection(path, migrations);
      expect(upgraded.prepare('SELECT * FROM usage ORDER BY model_id').raw().all()).toEqual([
        [noon / 900_000, 1, 0, 2, 1, 0, 0, 0, 0],
        [noon / 900_000, 1, 1, 1, 1, 0, 30, 30, 500_500],
      ]);
      upgraded.close();
    } finally {
      folder.remove();
    }
  });
});

describe('the plans of the statements', () => {
  const planOf = (sql: string) =>
    connection
      .prepare<object, { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ days: '[]', key: 0, titleLength: 1, limit: 1 })
      .map(({ detail }) => detail);

  it('look for trashed branches in their indexes', () => {
    const plan = planOf(trashedBranchUsageSql('sessions.trashed_at IS NULL'));
    expect(plan.some((step) => step.includes('messages_in_trash'))).toBe(true);
    expect(plan.some((step) => step.includes('child USING') && step.includes('messages_by_parent'))).toBe(
      true,
    );
    expect(plan.some((step) => step.startsWith('SCAN messages') && !step.includes('INDEX'))).toBe(false);
  });
});

test('the reports thread answers through the client', async () => {
  const folder = temporaryFolder();
  const client = await openDatabaseClient({ workerPath, databasePath: `${folder.path}/p.sqlite` });
  try {
    await client.db.createSession(newSession());
    await client.db.insertTurn(newTurn('1', { at: noon }));
    const { sums } = await client.db.getStatistics({ scope: everything, timeZone: 'Europe/Berlin' });
    expect(sums.messages).toBe(2);
  } finally {
    await client.close();
    folder.remove();
  }
});
