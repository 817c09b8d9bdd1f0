import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import {
  finishedReply,
  hexId,
  memoryDatabase,
  newReplies,
  newSession,
  newTurn,
} from '../testing/fixtures.ts';

const sessionId = hexId(1);
let db: Database;

function say(name: string, parentId: string | null): void {
  db.insertTurn(newTurn(name, { parentId }));
  db.finishReply(finishedReply(`r${name}`));
}

beforeEach(() => {
  ({ db } = memoryDatabase());
  db.createSession(newSession());
});

const elsewhere = (...ids: readonly string[]) =>
  db.listElsewhere({ messages: ids.map((messageId) => ({ sessionId, messageId })) });

describe('what is known of branches', () => {
  it('is nothing where nothing was said', () => {
    expect(db.countBranches({ sessionId })).toBe(0);
    expect(db.listBranchIds({ sessionId })).toEqual([]);
    expect(elsewhere('nobody')).toEqual([]);
  });

  it('counts the ends, as far as they are not in the trash', () => {
    say('a', null);
    say('b', 'ra');
    expect(db.countBranches({ sessionId })).toBe(1);
    db.insertReplies(newReplies('ub', 'r2'));
    db.finishReply(finishedReply('r2'));
    say('c', null);
    expect(db.countBranches({ sessionId })).toBe(3);
    db.trashBranch({ sessionId, messageId: 'r2', at: 5 });
    expect(db.countBranches({ sessionId })).toBe(2);
    db.trashMessages({ sessionId, messageIds: ['ub'], at: 6 });
    expect(db.countBranches({ sessionId })).toBe(2);
    db.trashBranch({ sessionId, messageId: 'ua', at: 7 });
    expect(db.countBranches({ sessionId })).toBe(1);
    db.restoreBranches({ sessionId, messageIds: ['ua', 'ub', 'r2'] });
    expect(db.countBranches({ sessionId })).toBe(3);
  });

  it('names the shown branch, and tells what lies on another', () => {
    say('a', null);
    say('b', 'ra');
    say('c', 'ra');
    expect(db.listBranchIds({ sessionId })).toEqual(['ua', 'ra', 'uc', 'rc']);
    expect(elsewhere('ua', 'rb', 'rc', 'nobody')).toEqual(['rb']);
    db.selectBranch({ sessionId, messageId: 'ub' });
    expect(elsewhere('ua', 'rb', 'rc')).toEqual(['rc']);
    db.trashMessages({ sessionId, messageIds: ['ra'], at: 5 });
    expect(db.listBranchIds({ sessionId })).toEqual(['ua', 'ub', 'rb']);
    expect(elsewhere('ub', 'uc')).toEqual(['uc']);
  });
});
