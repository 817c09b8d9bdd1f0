import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain.ts';
import { openConnection, openReader } from '../database.ts';
import type { Database } from '../interface.ts';
import { createDatabase } from '../repository.ts';
import type { Connection } from '../statements.ts';
import { codeOf, hexId, memoryDatabase, newSession, newTurn, temporaryFolder } from '../testing/fixtures.ts';
import { insertChain } from '../testing/long-session.ts';
import { alongSql } from './branch-pages.ts';

const sessionId = hexId(1);
let db: Database;
let connection: Connection;

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createSession(newSession());
});

const ids = (page: { readonly messages: readonly Message[] }) => page.messages.map(({ id }) => id);

/** Turns `1` to `count`, each below the one before. */
function turnsInLine(count: number): void {
  for (let number = 1; number <= count; number++) {
    db.insertTurn(newTurn(`${number}`, { parentId: number === 1 ? null : `r${number - 1}` }));
  }
}

describe('a page below a message', () => {
  it('goes down the active branch, and says whether there is more', () => {
    turnsInLine(4);
    expect(ids(db.listNewerMessages({ sessionId, afterId: 'u1', limit: 3 }))).toEqual(['r1', 'u2', 'r2']);
    const last = db.listNewerMessages({ sessionId, afterId: 'r2', limit: 50 });
    expect(ids(last)).toEqual(['u3', 'r3', 'u4', 'r4']);
    expect(last).toMatchObject({ hasOlder: true, hasNewer: false });
    expect(db.listNewerMessages({ sessionId, afterId: 'r2', limit: 3 }).hasNewer).toBe(true);
    expect(ids(db.listNewerMessages({ sessionId, afterId: 'r4', limit: 3 }))).toEqual([]);
  });

  it('begins at the root of the active branch when it is below nothing', () => {
    expect(db.listNewerMessages({ sessionId, afterId: null, limit: 3 })).toEqual({
      messages: [],
      hasOlder: false,
      hasNewer: false,
    });
    turnsInLine(3);
    const first = db.listNewerMessages({ sessionId, afterId: null, limit: 3 });
    expect(ids(first)).toEqual(['u1', 'r1', 'u2']);
    expect(first).toMatchObject({ hasOlder: false, hasNewer: true });
    expect(db.listNewerMessages({ sessionId, afterId: null, limit: 50 }).hasNewer).toBe(false);
  });

  it('goes on with what was written since the last page', () => {
    turnsInLine(2);
    expect(db.listNewerMessages({ sessionId, afterId: 'u1', limit: 9 }).messages).toHaveLength(3);
    db.insertTurn(newTurn('3', { parentId: 'r2' }));
    expect(ids(db.listNewerMessages({ sessionId, afterId: 'r2', limit: 9 }))).toEqual(['u3', 'r3']);
  });

  it('is not found below a message of another branch', async () => {
    turnsInLine(2);
    db.insertReplies({ sessionId, userMessageId: 'u2', replies: [{ replyId: 'rx', model: 'm' }], at: 1 });
    expect(await codeOf(() => db.listNewerMessages({ sessionId, afterId: 'r2', limit: 9 }))).toBe(
      'not-found',
    );
  });

  it('is not found under the name of another project', async () => {
    turnsInLine(1);
    const input = { sessionId, afterId: 'u1', limit: 9, within: hexId(9) };
    expect(await codeOf(() => db.listNewerMessages(input))).toBe('not-found');
  });
});

describe('a session opened at a message', () => {
  const around = { above: 1, below: 1 };

  it('gives some messages on either side', () => {
    turnsInLine(3);
    const { page, session } = db.openSessionAt({ sessionId, messageId: 'u2', ...around });
    expect(ids(page)).toEqual(['r1', 'u2', 'r2']);
    expect(page).toMatchObject({ hasOlder: true, hasNewer: true });
    expect(session.activeLeafId).toBe('r3');
    const root = db.openSessionAt({ sessionId, messageId: 'u1', ...around }).page;
    expect([ids(root), root.hasOlder, root.hasNewer]).toEqual([['u1', 'r1'], false, true]);
    const leaf = db.openSessionAt({ sessionId, messageId: 'r3', ...around }).page;
    expect([ids(leaf), leaf.hasOlder, leaf.hasNewer]).toEqual([['u3', 'r3'], true, false]);
  });

  it('needs a branch chosen for a message of another one: down to its newest leaf', async () => {
    turnsInLine(2);
    db.insertTurn(newTurn('3', { parentId: 'r1' }));
    db.insertTurn(newTurn('4', { parentId: 'r2' }));
    db.insertTurn(newTurn('5', { parentId: 'r3' }));
    expect(await codeOf(() => db.openSessionAt({ sessionId, messageId: 'u2', ...around }))).toBe('not-found');
    expect(db.findLeafBelow({ sessionId, messageId: 'u2' })).toBe('r4');
    db.selectBranch({ sessionId, messageId: 'r4' });
    expect(ids(db.openSessionAt({ sessionId, messageId: 'u2', ...around }).page)).toEqual(['r1', 'u2', 'r2']);
    expect(db.findLeafBelow({ sessionId, messageId: 'u2' })).toBeNull();
  });

  it('is not found in a branch that is in the trash', async () => {
    turnsInLine(2);
    db.insertReplies({ sessionId, userMessageId: 'u1', replies: [{ replyId: 'rx', model: 'm' }], at: 1 });
    connection.exec("UPDATE messages SET trashed_at = 1 WHERE public_id = 'r1'");
    expect(await codeOf(() => db.findLeafBelow({ sessionId, messageId: 'u2' }))).toBe('not-found');
    expect(db.getMessage({ sessionId, messageId: 'rx' }).siblingIds).toEqual(['rx']);
    connection.exec(
      "UPDATE messages SET trashed_at = NULL; UPDATE messages SET trashed_at = 1 WHERE public_id = 'u2'",
    );
    expect(db.findLeafBelow({ sessionId, messageId: 'r1' })).toBe('r1');
  });

  it.each([
    ['other messages', 'd'],
    ['messages imported again', 'r3'],
  ])('does not follow a path whose keys were given to %s after an erasure', (_, leafId) => {
    turnsInLine(3);
    expect(ids(db.openSessionAt({ sessionId, messageId: 'r2', ...around }).page)).toEqual(['u2', 'r2', 'u3']);
    const key = (id: string) =>
      Number(connection.prepare('SELECT id FROM messages WHERE public_id = ?').pluck().get(id));
    const [u2, r2, u3, r3] = ['u2', 'r2', 'u3', 'r3'].map(key);
    connection.exec('UPDATE sessions SET active_leaf_id = NULL');
    connection.exec("DELETE FROM messages WHERE public_id IN ('u2', 'r2', 'u3', 'r3')");
    const insert = connection.prepare(
      `INSERT INTO messages (id, public_id, session_id, parent_id, sequence, role, status, created_at)
       SELECT ?, ?, session_id, ?, ?, 'user', 'complete', 1 FROM messages WHERE public_id = 'u1'`,
    );
    insert.run(r2, 'a', key('r1'), 20);
    insert.run(u2, 'b', r2, 21);
    insert.run(u3, 'c', u2, 22);
    insert.run(r3, leafId, u3, 23);
    connection.exec(`UPDATE sessions SET active_leaf_id = ${r3}`);
    expect(ids(db.openSessionAt({ sessionId, messageId: 'b', ...around }).page)).toEqual(['a', 'b', 'c']);
    expect(ids(db.listNewerMessages({ sessionId, afterId: 'a', limit: 9 }))).toEqual(['b', 'c', leafId]);
  });
});

it('reads every stretch of every branch as a walk over all messages does', () => {
  const parents = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });
  const size = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(
      parents,
      fc.nat(),
      size,
      fc.nat({ max: 5 }),
      fc.nat({ max: 5 }),
      (places, pick, limit, above, below) => {
        const own = memoryDatabase().db;
        own.createSession(newSession());
        const parentOf = new Map<string, string | null>();
        places.forEach((place, number) => {
          const known = [null, ...parentOf.keys()];
          const parentId = known[place % known.length] ?? null;
          own.insertTurn(newTurn(`${number}`, { parentId }));
          parentOf.set(`u${number}`, parentId).set(`r${number}`, `u${number}`);
        });
        const all = [...parentOf.keys()];
        const chosen = all[pick % all.length] ?? '';
        const leafId = own.findLeafBelow({ sessionId, messageId: chosen });
        if (leafId !== null) own.selectBranch({ sessionId, messageId: leafId });

        const branch: string[] = [];
        const { activeLeafId } = own.getSession({ sessionId });
        for (let id = activeLeafId; id !== null; id = parentOf.get(id) ?? null) branch.unshift(id);
        expect(branch).toContain(chosen);

        branch.forEach((id, place) => {
          const { page } = own.openSessionAt({ sessionId, messageId: id, above, below });
          const from = Math.max(0, place - above);
          expect(ids(page)).toEqual(branch.slice(from, place + below + 1));
          expect([page.hasOlder, page.hasNewer]).toEqual([from > 0, place + below + 1 < branch.length]);

          const newer = own.listNewerMessages({ sessionId, afterId: id, limit });
          expect(ids(newer)).toEqual(branch.slice(place + 1, place + 1 + limit));
          expect([newer.hasOlder, newer.hasNewer]).toEqual([true, place + 1 + limit < branch.length]);

          const older = own.listOlderMessages({ sessionId, beforeId: id, limit });
          expect(ids(older)).toEqual(branch.slice(Math.max(0, place - limit), place));
          expect([older.hasOlder, older.hasNewer]).toEqual([place > limit, true]);
        });
        own.close();
      },
    ),
    { numRuns: 60 },
  );
});

describe('a session of 100,000 messages', () => {
  it('is walked once; then every page is as quick as the last one', () => {
    const folder = temporaryFolder();
    const path = join(folder.path, 'long.sqlite');
    const owner = openConnection(path);
    createDatabase(owner).createSession(newSession());
    const count = 100_000;
    insertChain(owner, sessionId, count);
    const reader = createDatabase(openReader(path));
    const timed = (run: () => unknown) => {
      const start = performance.now();
      run();
      return performance.now() - start;
    };

    const at = (number: number) =>
      reader.openSessionAt({ sessionId, messageId: `m${number}`, above: 25, below: 25 });
    const firstMs = timed(() => at(50_000));
    expect(ids(at(50_000).page)).toEqual(Array.from({ length: 51 }, (_, index) => `m${49_975 + index}`));
    const laterMs = [1, 20_000, 99_999].map((number) => timed(() => at(number)));
    const newerMs = timed(() => reader.listNewerMessages({ sessionId, afterId: 'm70000', limit: 50 }));
    expect(Math.max(...laterMs, newerMs)).toBeLessThan(firstMs / 5);
    reader.close();
    owner.close();
    folder.remove();
  });

  it('is read along a path by keys only', () => {
    const details = connection
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${alongSql}`)
      .all({ keys: '[1, 2]' })
      .map((step) => step.detail);
    expect(details.filter((detail) => /SCAN (?!wanted)/.test(detail))).toEqual([]);
    expect(details).toContain('SEARCH messages USING INTEGER PRIMARY KEY (rowid=?)');
  });
});
