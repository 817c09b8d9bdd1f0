import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import { codeOf, finishedReply, hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';

let db: Database;
const sessionId = hexId(1);
const reply = () => db.getMessage({ sessionId, messageId: 'r1' });

beforeEach(() => {
  db = memoryDatabase().db;
  db.createSession(newSession());
  db.insertTurn(newTurn('1'));
});

describe('the journal', () => {
  it('adds pieces in their order, content and thinking apart', () => {
    db.appendReplyText({ replyId: 'r1', content: '', thinking: 'Hm, ' });
    db.appendReplyText({ replyId: 'r1', content: 'It ', thinking: 'well' });
    db.appendReplyText({ replyId: 'r1', content: 'is so.\0', thinking: '' });
    expect(reply()).toMatchObject({ content: 'It is so.', thinking: 'Hm, well', status: 'streaming' });
  });

  it('adds nothing to an answer that has ended', () => {
    db.finishReply(finishedReply('r1', { content: 'Whole.' }));
    db.appendReplyText({ replyId: 'r1', content: ' Late.', thinking: '' });
    expect(reply().content).toBe('Whole.');
  });

  it('knows no answer that is not there', async () => {
    expect(await codeOf(() => db.appendReplyText({ replyId: 'x', content: 'a', thinking: '' }))).toBe(
      'not-found',
    );
  });

  it('goes on for a session in the trash, so that nothing of an answer is lost', () => {
    db.trashSessions({ sessionIds: [sessionId], at: 3 });
    db.appendReplyText({ replyId: 'r1', content: 'Still here', thinking: '' });
    // No list is told of a session that none of them shows.
    expect(db.finishReply(finishedReply('r1', { content: 'Still here.' })).session).toBeNull();
    db.restoreSessions({ sessionIds: [sessionId] });
    expect(reply()).toMatchObject({ content: 'Still here.', status: 'complete' });
  });
});

describe('the end of an answer', () => {
  it('is its whole text, status and counts', () => {
    db.appendReplyText({ replyId: 'r1', content: 'It', thinking: '' });
    const finished = finishedReply('r1', { content: 'It is so.', thinking: 'Hm' });
    const result = db.finishReply(finished);
    expect(result.reply).toMatchObject({
      status: 'complete',
      content: 'It is so.',
      thinking: 'Hm',
      usage: finished.usage,
      error: null,
    });
    expect(reply()).toEqual(result.reply);
    expect(result.session).toMatchObject({ id: sessionId, updatedAt: 3_000, messageCount: 2 });
  });

  it('keeps the error of one that failed', () => {
    const error = { code: 'answer-failed', details: { detail: 'out of memory' } } as const;
    expect(db.finishReply(finishedReply('r1', { status: 'failed', error })).reply).toMatchObject({
      status: 'failed',
      error,
    });
  });

  it('adds to the sums of the session, over all branches, missing counts as nothing', () => {
    db.finishReply(finishedReply('r1'));
    db.insertReplies({ sessionId, userMessageId: 'u1', replies: [{ replyId: 'r2', model: 'm' }], at: 4 });
    const usage = { ...finishedReply('r2').usage, promptTokens: null, replyTokens: 7 };
    db.finishReply(finishedReply('r2', { usage }));
    expect(db.getSession({ sessionId })).toMatchObject({ promptTokens: 10, replyTokens: 12 });
  });

  it('changes nothing the second time', () => {
    const first = db.finishReply(finishedReply('r1'));
    const again = db.finishReply(finishedReply('r1', { status: 'stopped', content: 'Other', at: 9_000 }));
    expect(again).toEqual(first);
    expect(db.getSession({ sessionId })).toMatchObject({
      promptTokens: 10,
      replyTokens: 5,
      updatedAt: 3_000,
    });
  });

  it('knows no answer that is not there', async () => {
    expect(await codeOf(() => db.finishReply(finishedReply('x')))).toBe('not-found');
  });
});

describe('a start after a kill', () => {
  it('marks answers left streaming as interrupted and keeps their text', () => {
    db.appendReplyText({ replyId: 'r1', content: 'Half an ans', thinking: '' });
    db.insertTurn(newTurn('2', { parentId: 'r1' }));
    db.finishReply(finishedReply('r2'));
    expect(db.interruptStreamingReplies({ at: 9_000 })).toBe(1);
    expect(reply()).toMatchObject({ status: 'interrupted', content: 'Half an ans', usage: null });
    expect(db.getMessage({ sessionId, messageId: 'r2' }).status).toBe('complete');
    expect(db.interruptStreamingReplies({ at: 9_000 })).toBe(0);
  });
});
