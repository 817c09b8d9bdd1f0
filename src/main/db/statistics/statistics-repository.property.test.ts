import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Statistics, StatisticsScope } from '#shared/contract/statistics.ts';
import type { Connection } from '../statements.ts';
import { hexId, memoryDatabase } from '../testing/fixtures.ts';
import { naiveStatistics } from '../testing/naive-statistics.ts';
import { restoreBranches } from '../trash/branch-trash-repository.ts';
import { trashMessages } from '../trash/message-trash-repository.ts';
import { getStatistics } from './statistics-repository.ts';

const sessionCount = 4;
const projectCount = 2;
const zones = [
  'UTC',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Chatham',
  'Pacific/Apia',
];

let connection: Connection;
beforeAll(() => {
  ({ connection } = memoryDatabase());
});
afterAll(() => connection.close());

function run(sql: string, ...values: readonly unknown[]): void {
  connection.prepare(sql).run(...values);
}

function newLibrary(): void {
  connection.exec('DELETE FROM messages; DELETE FROM sessions; DELETE FROM projects');
  for (let key = 1; key <= projectCount; key += 1) {
    run(
      'INSERT INTO projects (id, public_id, name, position, created_at, updated_at) VALUES (?, ?, ?, ?, 0, 0)',
      key,
      hexId(key),
      'P',
      key,
    );
  }
  for (let key = 1; key <= sessionCount; key += 1) {
    run('INSERT INTO sessions (id, public_id, created_at, updated_at) VALUES (?, ?, 0, 0)', key, hexId(key));
  }
}

const nullable = (max: number) => fc.option(fc.integer({ min: 0, max }));
/** Around the days in October and March on which clocks change, and anywhere. */
const time = fc.oneof(
  fc.integer({ min: Date.parse('2026-10-24T00:00Z'), max: Date.parse('2026-10-26T12:00Z') }),
  fc.integer({ min: Date.parse('2026-03-07T00:00Z'), max: Date.parse('2026-03-30T00:00Z') }),
  fc.integer({ min: 0, max: Date.parse('2040-01-01T00:00Z') }),
);
const session = fc.integer({ min: 1, max: sessionCount });
const project = fc.option(fc.integer({ min: 1, max: projectCount }));
const choice = fc.nat();

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      session,
      parent: choice,
      role: fc.constantFrom('user', 'assistant', 'assistant', 'system', 'tool'),
      model: fc.option(fc.constantFrom('a', 'b', '')),
      at: time,
      prompt: nullable(5_000),
      reply: nullable(5_000),
      evalMs: fc.option(fc.integer({ min: 0, max: 90_000_000 }).map((us) => us / 1_000)),
    }),
  },
  fc.record({
    kind: fc.constant('finish' as const),
    message: choice,
    reply: nullable(900),
    evalMs: nullable(9_000),
  }),
  fc.record({
    kind: fc.constant('change' as const),
    message: choice,
    at: time,
    model: fc.option(fc.constantFrom('a', 'c')),
  }),
  fc.record({ kind: fc.constant('trash-branch' as const), message: choice, isTrashed: fc.boolean() }),
  fc.record({ kind: fc.constant('trash-one' as const), message: choice }),
  fc.record({ kind: fc.constant('trash-some' as const), session, chosen: choice }),
  fc.record({ kind: fc.constant('restore' as const), session, chosen: choice }),
  fc.record({ kind: fc.constant('delete-message' as const), message: choice }),
  fc.record({ kind: fc.constant('move' as const), session, project }),
  fc.record({ kind: fc.constant('trash' as const), session, isTrashed: fc.boolean() }),
  fc.record({ kind: fc.constant('delete-session' as const), session }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Row {
  readonly key: number;
  readonly id: string;
  readonly parentKey: number | null;
  readonly sessionId: string;
  readonly trashedAt: number | null;
}

function rowsWhere(condition: string): readonly Row[] {
  return connection
    .prepare<[], Row>(
      `SELECT messages.id AS key, messages.public_id AS id, parent_id AS parentKey,
              sessions.public_id AS sessionId, messages.trashed_at AS trashedAt
       FROM messages
       JOIN sessions ON sessions.id = messages.session_id
       WHERE sessions.trashed_at IS NULL AND ${condition}
       ORDER BY messages.sequence`,
    )
    .all();
}

function shown(): readonly Row[] {
  const seen = new Set<number | null>([null]);
  return rowsWhere('TRUE').filter(({ key, parentKey, trashedAt }) => {
    const isShown = trashedAt === null && seen.has(parentKey);
    if (isShown) seen.add(key);
    return isShown;
  });
}

/** Those the bits of `chosen` pick. */
const idsOf = (rows: readonly Row[], chosen: number) =>
  rows.filter((_, index) => ((chosen >> (index % 30)) & 1) === 1).map(({ id }) => id);

function take(each: Step, index: number): void {
  const messages = connection.prepare<[], number>('SELECT id FROM messages ORDER BY id').pluck().all();
  const pick = (number: number) => messages[number % Math.max(1, messages.length)] ?? null;
  switch (each.kind) {
    case 'insert': {
      if (connection.prepare('SELECT 1 FROM sessions WHERE id = ?').get(each.session) === undefined) return;
      const siblings = connection
        .prepare<[number], number>('SELECT id FROM messages WHERE session_id = ?')
        .pluck()
        .all(each.session);
      run(
        `INSERT INTO messages (public_id, session_id, parent_id, sequence, role, status, model, created_at,
                               prompt_tokens, reply_tokens, eval_ms)
         VALUES (?, ?, ?, ?, ?, 'complete', ?, ?, ?, ?, ?)`,
        `m${index}`,
        each.session,
        siblings[each.parent % (siblings.length + 1)] ?? null,
        index,
        each.role,
        each.model,
        each.at,
        each.prompt,
        each.reply,
        each.evalMs,
      );
      return;
    }
    case 'finish':
      run(
        'UPDATE messages SET reply_tokens = ?, eval_ms = ? WHERE id = ?',
        each.reply,
        each.evalMs,
        pick(each.message),
      );
      return;
    case 'change':
      run(
        'UPDATE messages SET created_at = ?, model = ? WHERE id = ?',
        each.at,
        each.model,
        pick(each.message),
      );
      return;
    case 'trash-branch':
      run('UPDATE messages SET trashed_at = ? WHERE id = ?', each.isTrashed ? 1 : null, pick(each.message));
      return;
    case 'trash-one': {
      const [one] = shown().filter(({ key }) => key === pick(each.message));
      if (one === undefined) return;
      trashMessages(connection, { sessionId: one.sessionId, messageIds: [one.id], at: 2 });
      return;
    }
    case 'trash-some': {
      const sessionId = hexId(each.session);
      const messageIds = idsOf(
        shown().filter((one) => one.sessionId === sessionId),
        each.chosen,
      );
      if (messageIds.length > 0) trashMessages(connection, { sessionId, messageIds, at: 2 });
      return;
    }
    case 'restore': {
      const sessionId = hexId(each.session);
      const gone = rowsWhere('messages.trashed_at IS NOT NULL').filter((one) => one.sessionId === sessionId);
      const messageIds = idsOf(gone, each.chosen);
      if (messageIds.length > 0) restoreBranches(connection, { sessionId, messageIds });
      return;
    }
    case 'delete-message':
      run('DELETE FROM messages WHERE id = ?', pick(each.message));
      return;
    case 'move':
      run('UPDATE sessions SET project_id = ? WHERE id = ?', each.project, each.session);
      return;
    case 'trash':
      run('UPDATE sessions SET trashed_at = ? WHERE id = ?', each.isTrashed ? 1 : null, each.session);
      return;
    case 'delete-session':
      run('DELETE FROM sessions WHERE id = ?', each.session);
  }
}

/** What the naive way computes too, in an order of its own. */
function comparable({ sums, days, models, speeds }: Pick<Statistics, 'sums' | 'days' | 'models' | 'speeds'>) {
  const round = (value: number) => Number(value.toPrecision(9));
  const sorted = <Item>(items: readonly Item[]) => items.map((item) => JSON.stringify(item, rounded)).sort();
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? round(value) : value);
  return { sums: sorted([sums]), days: sorted(days), models: sorted(models), speeds: sorted(speeds) };
}

test('agrees with counting every message, whatever was written, moved, deleted and brought back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom(...zones), (steps, timeZone) => {
      newLibrary();
      for (const [index, each] of steps.entries()) take(each, index);
      const open = connection
        .prepare<[], string>('SELECT public_id FROM sessions WHERE trashed_at IS NULL')
        .pluck()
        .all();
      const scopes: readonly StatisticsScope[] = [
        { kind: 'all' },
        { kind: 'project', projectId: null },
        { kind: 'project', projectId: hexId(1) },
        { kind: 'project', projectId: hexId(2) },
        ...open.map((sessionId) => ({ kind: 'session' as const, sessionId })),
      ];
      for (const scope of scopes) {
        const found = getStatistics(connection, { scope, timeZone });
        expect(comparable(found)).toEqual(comparable(naiveStatistics(connection, scope, timeZone)));
      }
      expect(getStatistics(connection, { scope: { kind: 'all' }, timeZone }).sessions).toBe(open.length);
      connection.exec('UPDATE sessions SET trashed_at = NULL; DELETE FROM messages;');
      expect(connection.prepare('SELECT COUNT(*) FROM usage').pluck().get()).toBe(0);
    }),
    { numRuns: 150 },
  );
});
