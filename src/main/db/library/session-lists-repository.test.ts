import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type SessionCursor,
  type SessionPlace,
  type SessionSort,
  sessionSorts,
} from '#shared/contract/sessions.ts';
import type { SessionSummary } from '#shared/domain.ts';
import type { CallInput, Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { codeOf, hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';
import { listSessionsSql } from './session-lists-repository.ts';

let db: Database;
let connection: Connection;

const work = hexId(0xa1);
const inbox: SessionPlace = { kind: 'project', projectId: null };
const inWork: SessionPlace = { kind: 'project', projectId: work };
const pinned: SessionPlace = { kind: 'pinned' };
const everywhere: SessionPlace = { kind: 'all' };

type List = Partial<Omit<CallInput<'listSessions'>, 'after'>>;

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createProject({ id: work, name: 'Work', at: 1 });
});

/** What a window passes on as the last row it has. */
function cursorOf(session: SessionSummary, sort: SessionSort): SessionCursor {
  const values = { activity: session.updatedAt, created: session.createdAt, title: session.title };
  return { value: values[sort], id: session.id };
}

/** The whole list, read in pages. */
function listed({ place = inbox, isArchived = false, sort = 'activity', limit = 100 }: List = {}) {
  const sessions: SessionSummary[] = [];
  let after: SessionCursor | null = null;
  for (;;) {
    const page = db.listSessions({ place, isArchived, sort, after, limit });
    sessions.push(...page.sessions);
    const last = page.sessions.at(-1);
    if (!page.hasMore || last === undefined) return sessions;
    after = cursorOf(last, sort);
  }
}

const ids = (list: List = {}) => listed(list).map((session) => session.id);

function change(number: number, ...changes: CallInput<'changeSessions'>['change'][]): void {
  for (const each of changes) db.changeSessions({ sessionIds: [hexId(number)], change: each, at: 50 });
}

describe('an order', () => {
  it('by activity begins with the session that was active last', () => {
    for (const number of [1, 2, 3]) db.createSession(newSession({ id: hexId(number), at: number }));
    db.insertTurn(newTurn('x', { sessionId: hexId(2), at: 10 }));
    expect(ids()).toEqual([hexId(2), hexId(3), hexId(1)]);
    expect(ids({ sort: 'created' })).toEqual([hexId(3), hexId(2), hexId(1)]);
  });

  it('by title is from A on, whatever the case', () => {
    for (const [index, title] of ['pear', 'Apple', 'apple', 'Zoo', 'éclair'].entries()) {
      db.createSession(newSession({ id: hexId(index) }));
      db.updateSession({ sessionId: hexId(index), changes: { title } });
    }
    expect(listed({ sort: 'title', limit: 1 }).map((session) => session.title)).toEqual([
      'Apple',
      'apple',
      'pear',
      'Zoo',
      'éclair',
    ]);
  });

  it('gives each session once in pages of any size, with equal values and odd titles too', () => {
    const titles = fc.oneof(
      fc.constantFrom('', 'a', 'A', 'b', '\u200b', '‮abc', '🫖', "it's", '%_'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const rows = fc.array(fc.tuple(titles, fc.nat(3), fc.nat(3)), { maxLength: 25 });
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...sessionSorts),
        (made, limit, sort) => {
          connection.exec('DELETE FROM sessions');
          for (const [index, [title, createdAt, activity]] of made.entries()) {
            db.createSession(newSession({ id: hexId(index * 7), at: createdAt }));
            db.updateSession({ sessionId: hexId(index * 7), changes: { title } });
            connection
              .prepare('UPDATE sessions SET updated_at = ? WHERE public_id = ?')
              .run(activity, hexId(index * 7));
          }
          const whole = ids({ sort, limit: 500 });
          expect(new Set(whole).size).toBe(made.length);
          expect(ids({ sort, limit })).toEqual(whole);
          expect(ids({ sort, limit, place: everywhere })).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses the cursor of another order', async () => {
    const list = { place: inbox, isArchived: false, limit: 5 };
    const byTitle = { ...list, sort: 'title', after: { value: 5, id: hexId(1) } } as const;
    const byTime = { ...list, sort: 'created', after: { value: 'a', id: hexId(1) } } as const;
    expect(await codeOf(() => db.listSessions(byTitle))).toBe('invalid-input');
    expect(await codeOf(() => db.listSessions(byTime))).toBe('invalid-input');
  });
});

describe('a place', () => {
  beforeEach(() => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      db.createSession(newSession({ id: hexId(number), at: number, projectId: number > 3 ? work : null }));
    }
    change(2, { kind: 'pin', isPinned: true });
    change(3, { kind: 'archive', isArchived: true });
    change(5, { kind: 'pin', isPinned: true }, { kind: 'archive', isArchived: true });
    db.trashSessions({ sessionIds: [hexId(6)], at: 60 });
  });

  const numbers = (list: List) => ids(list).map((id) => Number.parseInt(id, 16));

  it('of a project has its active sessions, those that are pinned apart', () => {
    expect(numbers({ place: inbox })).toEqual([1]);
    expect(numbers({ place: inWork })).toEqual([4]);
    expect(numbers({ place: pinned })).toEqual([2]);
  });

  it('of a project has its archived sessions, pinned or not', () => {
    expect(numbers({ place: inbox, isArchived: true })).toEqual([3]);
    expect(numbers({ place: inWork, isArchived: true })).toEqual([5]);
    expect(numbers({ place: pinned, isArchived: true })).toEqual([]);
  });

  it('that is everywhere has the active ones or the archived ones', () => {
    expect(numbers({ place: everywhere })).toEqual([4, 2, 1]);
    expect(numbers({ place: everywhere, isArchived: true })).toEqual([5, 3]);
  });

  it('says of each session where it is and how it is', () => {
    expect(listed({ place: everywhere, isArchived: true })).toMatchObject([
      { id: hexId(5), projectId: work, isPinned: true, isArchived: true },
      { id: hexId(3), projectId: null, isPinned: false, isArchived: true },
    ]);
    expect(listed({ place: inWork })).toMatchObject([{ projectId: work, isArchived: false }]);
  });

  it('says whether there is more', () => {
    const list = { place: everywhere, isArchived: false, sort: 'activity', after: null } as const;
    expect(db.listSessions({ ...list, limit: 2 }).hasMore).toBe(true);
    expect(db.listSessions({ ...list, limit: 3 }).hasMore).toBe(false);
  });
});

describe('every list', () => {
  const ranges = {
    activity: ['(updated_at,public_id)<(?,?)'],
    created: ['(created_at,public_id)<(?,?)'],
    title: ['title=? AND public_id>?', 'title>?'],
  };

  function planOf(sql: string): string {
    return connection
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ value: 'a', id: '', limit: 51, projectKey: null, projectId: null })
      .map((step) => step.detail)
      .join('\n');
  }

  const lists = (['project', 'pinned', 'all'] as const).flatMap((kind) =>
    [false, true].flatMap((isArchived) => sessionSorts.map((sort) => [kind, isArchived, sort] as const)),
  );

  it.each(lists.filter(([kind, isArchived]) => !(kind === 'pinned' && isArchived)))(
    'is read along an index, without sorting: %s, archived %s, by %s',
    (kind, isArchived, sort) => {
      const plans = listSessionsSql(kind, isArchived, sort).map(planOf);
      expect(plans).toHaveLength(ranges[sort].length);
      for (const [index, plan] of plans.entries()) {
        expect(plan).toContain('SEARCH sessions USING INDEX');
        expect(plan).toContain(ranges[sort][index]);
        expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
      }
    },
  );
});
