import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../database.ts';
import type { Database } from '../interface.ts';
import { createDatabase } from '../repository.ts';
import { codeOf, hexId, memoryDatabase, newSession, newTurn, temporaryFolder } from '../testing/fixtures.ts';
import { insertChain } from '../testing/long-session.ts';
import { pageSql } from './messages-repository.ts';

let db: Database;
const sessionId = hexId(1);

beforeEach(() => {
  db = memoryDatabase().db;
  db.createSession(newSession());
});

const ids = (messages: readonly { readonly id: string }[]) => messages.map((message) => message.id);
const shown = () => ids(db.openSession({ sessionId, limit: 100 }).page.messages);

describe('an opened session', () => {
  it('is empty without messages', () => {
    expect(db.openSession({ sessionId, limit: 5 })).toMatchObject({
      session: { id: sessionId, activeLeafId: null },
      page: { messages: [], hasOlder: false },
      draft: { text: '', attachments: [] },
      queue: [],
      edits: [],
    });
  });

  it('shows the last page, oldest first, and what was being typed', () => {
    db.insertTurn(newTurn('1'));
    db.insertTurn(newTurn('2', { parentId: 'r1' }));
    db.saveDraft({ sessionId, text: 'And', at: 1 });
    const { page, draft } = db.openSession({ sessionId, limit: 3 });
    expect(ids(page.messages)).toEqual(['r1', 'u2', 'r2']);
    expect(page.hasOlder).toBe(true);
    expect(draft.text).toBe('And');
  });

  it('gives older pages up to the first message', () => {
    db.insertTurn(newTurn('1'));
    db.insertTurn(newTurn('2', { parentId: 'r1' }));
    const older = (beforeId: string, limit: number) => {
      const page = db.listOlderMessages({ sessionId, beforeId, limit });
      return [ids(page.messages), page.hasOlder];
    };
    expect(older('r2', 2)).toEqual([['r1', 'u2'], true]);
    expect(older('r1', 2)).toEqual([['u1'], false]);
    expect(older('r2', 3)).toEqual([['u1', 'r1', 'u2'], false]);
    expect(older('u1', 2)).toEqual([[], false]);
  });

  it('shows one branch, and tells the others of each message', () => {
    db.insertTurn(newTurn('1'));
    db.insertTurn(newTurn('2', { parentId: 'r1' }));
    db.insertTurn(newTurn('3', { parentId: 'r1' }));
    db.insertTurn(newTurn('4'));
    expect(shown()).toEqual(['u4', 'r4']);
    db.selectBranch({ sessionId, messageId: 'u2' });
    const { messages } = db.openSession({ sessionId, limit: 100 }).page;
    expect(messages.map(({ id, siblingIds }) => [id, siblingIds])).toEqual([
      ['u1', ['u1', 'u4']],
      ['r1', ['r1']],
      ['u2', ['u2', 'u3']],
      ['r2', ['r2']],
    ]);
  });

  it('has no siblings in other sessions', () => {
    db.createSession(newSession({ id: hexId(2) }));
    db.insertTurn(newTurn('1'));
    expect(db.insertTurn(newTurn('2', { sessionId: hexId(2) })).user.siblingIds).toEqual(['u2']);
  });
});

describe('choosing a branch', () => {
  beforeEach(() => {
    db.insertTurn(newTurn('1'));
    db.insertTurn(newTurn('2', { parentId: 'r1' }));
    db.insertTurn(newTurn('3', { parentId: 'r1' }));
    db.insertReplies({ sessionId, userMessageId: 'u1', replies: [{ replyId: 'rx', model: 'm' }], at: 1 });
  });

  it('goes down to the newest leaf', () => {
    expect(db.selectBranch({ sessionId, messageId: 'r1' }).activeLeafId).toBe('r3');
    expect(shown()).toEqual(['u1', 'r1', 'u3', 'r3']);
    expect(db.selectBranch({ sessionId, messageId: 'u2' }).activeLeafId).toBe('r2');
    expect(db.selectBranch({ sessionId, messageId: 'u1' }).activeLeafId).toBe('rx');
    expect(db.selectBranch({ sessionId, messageId: 'r2' }).activeLeafId).toBe('r2');
  });

  it('does not move the session up', () => {
    const before = db.getSession({ sessionId });
    expect(db.selectBranch({ sessionId, messageId: 'rx' })).toEqual(before);
  });
});

describe('what a model may be sent', () => {
  it('is the branch from its root to the message', () => {
    db.insertTurn(newTurn('1', { text: 'One' }));
    db.insertTurn(newTurn('2', { parentId: 'r1', text: 'Two' }));
    db.insertTurn(newTurn('3', { parentId: 'r1', text: 'Three' }));
    const alike = { thinking: '', attachments: [] };
    expect(db.listBranch({ sessionId, messageId: 'u3', withThinking: false })).toEqual([
      { id: 'u1', role: 'user', content: 'One', status: 'complete', ...alike },
      { id: 'r1', role: 'assistant', content: '', status: 'streaming', ...alike },
      { id: 'u3', role: 'user', content: 'Three', status: 'complete', ...alike },
    ]);
  });
});

describe('a message of another session', () => {
  it('is not found', async () => {
    db.createSession(newSession({ id: hexId(2) }));
    db.insertTurn(newTurn('1', { sessionId: hexId(2) }));
    const messageId = 'u1';
    expect(await codeOf(() => db.getMessage({ sessionId, messageId }))).toBe('not-found');
    expect(await codeOf(() => db.selectBranch({ sessionId, messageId }))).toBe('not-found');
    expect(await codeOf(() => db.listBranch({ sessionId, messageId, withThinking: false }))).toBe(
      'not-found',
    );
    const input = { sessionId, beforeId: messageId, limit: 1 };
    expect(await codeOf(() => db.listOlderMessages(input))).toBe('not-found');
  });
});

describe('a session of 100,000 messages', () => {
  it('opens at its end far quicker than it is read whole, and has no limit of depth', () => {
    const folder = temporaryFolder();
    const connection = openConnection(join(folder.path, 'long.sqlite'));
    const long = createDatabase(connection);
    long.createSession(newSession());
    const count = 100_000;
    insertChain(connection, sessionId, count);

    const times = Array.from({ length: 31 }, () => {
      const start = performance.now();
      const { page } = long.openSession({ sessionId, limit: 50 });
      expect(page.messages).toHaveLength(50);
      return performance.now() - start;
    }).toSorted((left, right) => left - right);
    const start = performance.now();
    const branch = long.listBranch({ sessionId, messageId: `m${count}`, withThinking: false });
    const wholeMs = performance.now() - start;
    // Measured: about 1/800. A page that read the session would be near 1.
    expect(times[15]).toBeLessThan(wholeMs / 20);
    expect([branch.length, branch.at(0)?.id, branch.at(-1)?.id]).toEqual([count, 'm1', `m${count}`]);
    expect(long.selectBranch({ sessionId, messageId: 'm1' }).activeLeafId).toBe(`m${count}`);
    long.close();
    folder.remove();
  });

  it('is read by keys and indexes only', () => {
    const { connection } = memoryDatabase();
    const details = connection
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${pageSql}`)
      .all({ startKey: 1, limit: 51 })
      .map((step) => step.detail);
    // The page itself, called branch, is the only thing read from one end to the other.
    expect(details.filter((detail) => /SCAN (?!branch)/.test(detail))).toEqual([]);
    expect(details).toContain('SEARCH sibling USING INDEX messages_by_parent (parent_id=? AND session_id=?)');
  });
});
