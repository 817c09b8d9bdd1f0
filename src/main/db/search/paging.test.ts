import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { memoryDatabase } from '../testing/fixtures.ts';
import { newestSql } from './hits.ts';
import { sessionHitsSql } from './session-hits.ts';
import { addMessage, addSession, indexAll, newYear, searchAll } from './testing/library.ts';

let connection: Connection;
let db: Database;
const sessionCount = 95;

beforeEach(() => {
  ({ connection, db } = memoryDatabase());
  for (let key = 1; key <= sessionCount; key += 1) {
    addSession(connection, key, { title: key % 3 === 0 ? `Needle ${key}` : `Other ${key}` });
  }
  for (let number = 0; number < 400; number += 1) {
    addMessage(connection, {
      id: `m${number}`,
      session: 1 + ((number * 7) % sessionCount),
      content: `needle ${'hay '.repeat(number % 13)}`,
      at: newYear + number * 1_000_000,
    });
  }
  indexAll(db);
});

it.each(['newest', 'best'] as const)('counts each hit once over the pages of the %s', (order) => {
  const pages = searchAll(db, 'needle', order);
  expect(pages.length).toBeGreaterThan(2);
  const hits = pages.flatMap((page) => page.groups).reduce((sum, group) => sum + group.hitCount, 0);
  expect(hits).toBe(400);
  const shown = pages.flatMap((page) =>
    page.groups.flatMap((group) => group.hits.map((hit) => hit.messageId)),
  );
  expect(new Set(shown).size).toBe(shown.length);
});

it('shows every title that was hit, once among the titles', () => {
  const pages = searchAll(db, 'in:title needle');
  const ids = pages.flatMap((page) => page.groups.map((group) => group.session.id));
  expect(ids).toHaveLength(Math.floor(sessionCount / 3));
  expect(new Set(ids).size).toBe(ids.length);
});

it('has the newest first', () => {
  const [page] = searchAll(db, 'needle -in:nothing');
  const times = (page?.groups ?? [])
    .filter((group) => group.hits.length > 0)
    .map((group) => group.hits[0]?.createdAt ?? 0);
  const afterTitles = times.slice(10);
  expect(afterTitles).toEqual([...afterTitles].sort((left, right) => right - left));
});

it('counts up to a thousand and says when there are more', () => {
  expect(searchAll(db, 'needle')[0]?.total).toEqual({ count: 410, isCapped: true });
  expect(searchAll(db, '"needle hay hay hay"')[0]?.total?.isCapped).toBe(false);
  for (let number = 0; number < 1_200; number += 1)
    addMessage(connection, { id: `n${number}`, session: 1, content: 'needle' });
  indexAll(db);
  expect(searchAll(db, 'needle')[0]?.total).toEqual({ count: 1_000, isCapped: true });
});

it('reads hits in the order of the index, without sorting', () => {
  for (const sql of [newestSql, sessionHitsSql]) {
    const plan = connection
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ match: '"a"', from: 0, to: 9, before: 9 })
      .map((row) => (row as { detail: string }).detail);
    expect(plan.join('\n')).not.toMatch(/TEMP B-TREE/);
    expect(plan.filter((detail) => /^SCAN (?!.*VIRTUAL TABLE)/.test(detail))).toEqual([]);
  }
});
