import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import {
  codeOf,
  finishedReply,
  hexId,
  memoryDatabase,
  newReplies,
  newSession,
  newTurn,
} from '../testing/fixtures.ts';

const sessionId = hexId(1);
let db: Database;

/** ua -> ra -> ub -> rb, and r2 as a second answer to ua. */
beforeEach(() => {
  ({ db } = memoryDatabase());
  db.createSession(newSession());
  db.insertTurn(newTurn('a'));
  db.finishReply(finishedReply('ra'));
  db.insertTurn(newTurn('b', { parentId: 'ra' }));
  db.finishReply(finishedReply('rb'));
  db.insertReplies({ sessionId, userMessageId: 'ua', replies: [{ replyId: 'r2', model: 'm' }], at: 5 });
  db.finishReply(finishedReply('r2'));
});

const shown = () => db.openSession({ sessionId, limit: 50 }).page.messages.map(({ id }) => id);
const sums = () => {
  const { messageCount, promptTokens, replyTokens, activeLeafId } = db.getSession({ sessionId });
  return { messageCount, promptTokens, replyTokens, activeLeafId };
};

describe('a branch in the trash', () => {
  it('is no sibling any more, and the shown branch is that of the nearest one', () => {
    db.trashBranch({ sessionId, messageId: 'r2', at: 9 });
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'rb']);
    expect(db.getMessage({ sessionId, messageId: 'ra' }).siblingIds).toEqual(['ra']);
    expect(sums()).toEqual({ messageCount: 4, promptTokens: 20, replyTokens: 10, activeLeafId: 'rb' });
  });

  it('takes no question, no other answer and no choice: nothing can get lost in it', async () => {
    db.trashBranch({ sessionId, messageId: 'ub', at: 9 });
    const before = sums();
    const turn = newTurn('c', { parentId: 'rb' });
    expect(await codeOf(() => db.insertTurn(turn))).toBe('not-found');
    expect(await codeOf(() => db.insertReplies(newReplies('ub', 'rx')))).toBe('not-found');
    expect(await codeOf(() => db.selectBranch({ sessionId, messageId: 'rb' }))).toBe('not-found');
    expect(sums()).toEqual(before);
    db.restoreBranches({ sessionId, messageIds: ['ub'] });
    expect(db.insertTurn(turn).session.messageCount).toBe(7);
  });

  it('leaves what is shown when that is elsewhere', () => {
    db.trashBranch({ sessionId, messageId: 'ra', at: 9 });
    expect(shown()).toEqual(['ua', 'r2']);
    expect(sums()).toEqual({ messageCount: 2, promptTokens: 10, replyTokens: 5, activeLeafId: 'r2' });
  });

  it('leaves the question when it was the only answer, and nothing when it was the first question', () => {
    db.trashBranch({ sessionId, messageId: 'ra', at: 8 });
    db.trashBranch({ sessionId, messageId: 'r2', at: 9 });
    expect(shown()).toEqual(['ua']);
    db.trashBranch({ sessionId, messageId: 'ua', at: 10 });
    expect(sums()).toEqual({ messageCount: 0, promptTokens: 0, replyTokens: 0, activeLeafId: null });
  });

  it('comes back as the one that is shown', () => {
    const before = sums();
    db.trashBranch({ sessionId, messageId: 'ra', at: 9 });
    db.restoreBranches({ sessionId, messageIds: ['ra'] });
    expect(shown()).toEqual(['ua', 'ra', 'ub', 'rb']);
    expect(sums()).toEqual({ ...before, activeLeafId: 'rb' });
  });

  it('comes back with the branch it hangs on, counted once', () => {
    const before = sums();
    db.trashBranch({ sessionId, messageId: 'rb', at: 8 });
    db.trashBranch({ sessionId, messageId: 'ra', at: 9 });
    db.restoreBranches({ sessionId, messageIds: ['rb'] });
    expect(sums()).toEqual({ ...before, activeLeafId: 'rb' });
    expect(db.listTrash({ after: null, limit: 5 }).total).toBe(0);
  });

  it('keeps an older branch of its own in the trash when it comes back', () => {
    db.trashBranch({ sessionId, messageId: 'rb', at: 8 });
    db.trashBranch({ sessionId, messageId: 'ra', at: 9 });
    db.restoreBranches({ sessionId, messageIds: ['ra'] });
    expect(shown()).toEqual(['ua', 'ra', 'ub']);
    expect(sums().messageCount).toBe(4);
  });

  it('is not exported', () => {
    db.trashBranch({ sessionId, messageId: 'ra', at: 9 });
    expect(db.exportSession({ sessionId }).messages.map(({ id }) => id)).toEqual(['ua', 'r2']);
  });

  it('cannot be put there twice, by a wrong name, or from another session', async () => {
    db.trashBranch({ sessionId, messageId: 'ra', at: 9 });
    db.createSession(newSession({ id: hexId(2) }));
    expect(await codeOf(() => db.trashBranch({ sessionId, messageId: 'ra', at: 9 }))).toBe('not-found');
    expect(await codeOf(() => db.trashBranch({ sessionId, messageId: 'rb', at: 9 }))).toBe('not-found');
    expect(await codeOf(() => db.trashBranch({ sessionId, messageId: 'no', at: 9 }))).toBe('not-found');
    expect(await codeOf(() => db.trashBranch({ sessionId: hexId(2), messageId: 'ua', at: 9 }))).toBe(
      'not-found',
    );
    expect(await codeOf(() => db.trashBranch({ sessionId, within: hexId(7), messageId: 'ua', at: 9 }))).toBe(
      'not-found',
    );
  });

  it('is refused while it is being answered, and only there', async () => {
    db.insertReplies({ sessionId, userMessageId: 'ub', replies: [{ replyId: 'r3', model: 'm' }], at: 5 });
    expect(await codeOf(() => db.trashBranch({ sessionId, messageId: 'ra', at: 9 }))).toBe('busy');
    db.trashBranch({ sessionId, messageId: 'r2', at: 9 });
    expect(sums().activeLeafId).toBe('r3');
  });
});

describe('preview and title of a session', () => {
  const called = () => {
    const { preview, title } = db.getSession({ sessionId });
    return { preview, title };
  };
  const ask = (name: string, text: string) => {
    db.insertTurn(newTurn(name, { text }));
    db.finishReply(finishedReply(`r${name}`));
  };

  it('follow the first question into the trash and back', () => {
    ask('c', 'Question c');
    db.trashBranch({ sessionId, messageId: 'ua', at: 9 });
    expect(called()).toEqual({ preview: 'Question c', title: 'Question c' });
    db.trashBranch({ sessionId, messageId: 'uc', at: 10 });
    expect(called()).toEqual({ preview: '', title: '' });
    db.restoreBranches({ sessionId, messageIds: ['ua'] });
    expect(called()).toEqual({ preview: 'Question a', title: 'Question a' });
  });

  it('come from the next new question when all are in the trash', () => {
    db.trashBranch({ sessionId, messageId: 'ua', at: 9 });
    ask('c', 'Question c');
    expect(called()).toEqual({ preview: 'Question c', title: 'Question c' });
  });

  it('lose what a model made of the first exchange with it, and keep it when something else goes', () => {
    db.setAutoTitle({ sessionId, title: 'By a model' });
    db.trashBranch({ sessionId, messageId: 'ub', at: 9 });
    expect(called()).toEqual({ preview: 'Question a', title: 'By a model' });
    db.trashBranch({ sessionId, messageId: 'ua', at: 10 });
    expect(called()).toEqual({ preview: '', title: '' });
  });

  it('keep a title given by hand', () => {
    db.updateSession({ sessionId, changes: { title: 'By hand' } });
    db.trashBranch({ sessionId, messageId: 'ua', at: 9 });
    expect(called()).toEqual({ preview: '', title: 'By hand' });
  });

  it('take nothing from below an answer in the trash', () => {
    db.trashBranch({ sessionId, messageId: 'ua', at: 9 });
    ask('c', '---');
    db.insertTurn(newTurn('d', { parentId: 'rc', text: 'With words' }));
    db.finishReply(finishedReply('rd'));
    expect(called()).toEqual({ preview: '---', title: 'With words' });
    db.trashBranch({ sessionId, messageId: 'rc', at: 10 });
    expect(called()).toEqual({ preview: '---', title: '' });
  });

  it('follow a later question that was the first with words', () => {
    db.trashBranch({ sessionId, messageId: 'ua', at: 9 });
    ask('c', '---');
    ask('d', 'With words');
    expect(called()).toEqual({ preview: '---', title: 'With words' });
    db.trashBranch({ sessionId, messageId: 'ud', at: 10 });
    expect(called()).toEqual({ preview: '---', title: '' });
  });
});
