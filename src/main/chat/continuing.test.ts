import { afterEach, describe, expect, it } from 'vitest';
import { codeOf } from '../db/testing/fixtures.ts';
import { chatBody, ended, send } from './testing/asking.ts';
import { type ChatBench, startChatBench } from './testing/chat-bench.ts';

let bench: ChatBench;
afterEach(() => bench.dispose());

/** A session with the answer "Once upon ", stopped there. */
async function stoppedAnswer() {
  bench = await startChatBench({ behaviour: { kind: 'stall', after: 2, answer: ['Once ', 'upon ', 'x'] } });
  const sessionId = await bench.newSession({ systemPrompt: 'Be brief.' });
  await bench.db.updateSession({ sessionId, changes: { parameters: { temperature: 0.5 } } });
  const { replyId } = await send(bench, sessionId, 'A story');
  await bench.waitFor('chat:delta', ({ offset, text }) => offset + text.length === 10);
  bench.chat.stop(sessionId, null);
  await ended(bench, replyId);
  return { sessionId, replyId };
}

describe('an answer that is continued', () => {
  it('grows from its very last character, asked with what it was begun with', async () => {
    const { sessionId, replyId } = await stoppedAnswer();
    await bench.db.updateSession({
      sessionId,
      changes: {
        systemPrompt: 'Be long.',
        parameters: { temperature: 1 },
        model: 'parlor-demo-thinking:latest',
      },
    });
    bench.server.setBehaviour({ kind: 'answer', answer: ['a time', '.'] });
    const { reply } = await bench.chat.continue({ sessionId, messageId: replyId });
    expect(reply).toMatchObject({ status: 'streaming', content: 'Once upon ' });

    const after = await ended(bench, replyId, 2);
    expect(after).toMatchObject({ status: 'complete', content: 'Once upon a time.', siblingIds: [replyId] });
    expect(await chatBody(bench, 2)).toMatchObject({
      model: 'parlor-demo:latest',
      options: { temperature: 0.5 },
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'A story' },
        { role: 'assistant', content: 'Once upon ' },
      ],
    });
    const offsets = bench.events('chat:delta').map(({ offset }) => offset);
    expect(offsets.slice(2)).toEqual(expect.arrayContaining([10]));
    expect((await bench.chat.provenance({ sessionId, messageId: replyId })).continuedAt).toEqual([10]);
  });

  it('has the counts and times of both parts, in its row and in the sums', async () => {
    const { sessionId, replyId } = await stoppedAnswer();
    const before = (await bench.db.getMessage({ sessionId, messageId: replyId })).usage;
    bench.server.setBehaviour({ kind: 'answer', answer: ['a ', 'time'], doneReason: 'length' });
    await bench.chat.continue({ sessionId, messageId: replyId });
    const first = (await ended(bench, replyId, 2)).usage;
    await bench.chat.continue({ sessionId, messageId: replyId });
    const second = (await ended(bench, replyId, 3)).usage;
    const session = await bench.db.getSession({ sessionId });

    expect(before?.replyTokens).toBeNull();
    expect(second?.replyTokens).toBe(2 * (first?.replyTokens ?? 0));
    expect(second?.firstTokenMs).toBe(before?.firstTokenMs);
    expect(session.replyTokens).toBe(second?.replyTokens);
    expect(session.promptTokens).toBe(second?.promptTokens);
  });

  it('keeps everything when it is cut again, or Parlor is closed', async () => {
    const { sessionId, replyId } = await stoppedAnswer();
    bench.server.setBehaviour({ kind: 'stall', after: 1, answer: ['a ', 'time'] });
    await bench.chat.continue({ sessionId, messageId: replyId });
    await bench.waitFor('chat:delta', ({ offset }) => offset === 10);
    await bench.chat.close();
    const row = await bench.db.getMessage({ sessionId, messageId: replyId });
    expect(row).toMatchObject({ status: 'interrupted', content: 'Once upon a ' });
  });

  it('is refused where there is nothing to continue, and nothing changes', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: 'Whole.' } });
    const sessionId = await bench.newSession();
    const { userMessageId, replyId } = await send(bench, sessionId, 'Say it');
    const reply = await ended(bench, replyId);
    for (const messageId of [userMessageId, replyId]) {
      expect(await codeOf(() => bench.chat.continue({ sessionId, messageId }))).toBe('invalid-input');
    }
    expect(await bench.db.getMessage({ sessionId, messageId: replyId })).toEqual(reply);
    expect(bench.chat.busy()).toEqual([]);
  });
});

describe('thinking of earlier answers', () => {
  it.each([true, false])('is sent again only when that is wanted: %s', async (sendsThinking) => {
    bench = await startChatBench({
      sendsThinking,
      behaviour: { kind: 'answer', thinking: 'Hm.', answer: 'Green.' },
    });
    const sessionId = await bench.newSession();
    const first = await send(bench, sessionId, 'Tea?');
    await ended(bench, first.replyId);
    const second = await send(bench, sessionId, 'Sure?', { parentId: first.replyId });
    await ended(bench, second.replyId);
    expect((await chatBody(bench, 2)).messages[1]).toEqual({
      role: 'assistant',
      content: 'Green.',
      ...(sendsThinking && { thinking: 'Hm.' }),
    });
  });
});
