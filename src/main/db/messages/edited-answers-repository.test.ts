import { beforeEach, expect, it } from 'vitest';
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

beforeEach(() => {
  ({ db } = memoryDatabase());
  db.createSession(newSession());
  db.insertTurn(newTurn('a'));
  db.finishReply(finishedReply('ra', { thinking: 'Hm' }));
});

const edit = (messageId: string, newId = 'e1') =>
  db.insertEditedAnswer({ sessionId, messageId, newId, text: 'Better', at: 7_000 });

it('stands beside the answer it was, is shown, and counts no tokens a second time', () => {
  expect(edit('ra')).toMatchObject({
    activeLeafId: 'e1',
    messageCount: 2 + 1,
    promptTokens: 10,
    replyTokens: 5,
  });
  expect(db.getMessage({ sessionId, messageId: 'e1' })).toMatchObject({
    content: 'Better',
    thinking: '',
    editedAt: 7_000,
    model: 'qwen3:8b',
    status: 'complete',
    usage: null,
    parentId: 'ua',
    siblingIds: ['ra', 'e1'],
  });
  expect(db.getMessage({ sessionId, messageId: 'ra' })).toMatchObject({
    content: 'Answer ra',
    editedAt: null,
  });
});

it('is refused for a question, for an id in use, and while the session answers', async () => {
  expect(await codeOf(() => edit('ua'))).toBe('invalid-input');
  expect(await codeOf(() => edit('ra', 'ua'))).toBe('invalid-input');
  expect(await codeOf(() => edit('nobody'))).toBe('not-found');
  db.insertReplies(newReplies('ua', 'r2'));
  expect(await codeOf(() => edit('ra'))).toBe('busy');
});

it('gives messages in the order asked for, passing over those that are not there', () => {
  const messages = db.getSomeMessages({ sessionId, messageIds: ['ra', 'nobody', 'ua'] });
  expect(messages.map(({ id }) => id)).toEqual(['ra', 'ua']);
});
