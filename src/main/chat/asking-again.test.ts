import { afterEach, describe, expect, it } from 'vitest';
import { codeOf } from '../db/testing/fixtures.ts';
import { askAgain, chatBody, ended, send } from './testing/asking.ts';
import { type ChatBench, startChatBench } from './testing/chat-bench.ts';

let bench: ChatBench;
afterEach(() => bench.dispose());

describe('an answer that is to be another one', () => {
  it('takes another model and other parameters for itself alone', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: 'Green.' } });
    const sessionId = await bench.newSession();
    await bench.db.updateSession({ sessionId, changes: { parameters: { temperature: 1, seed: 7 } } });
    const { userMessageId, replyId } = await send(bench, sessionId, 'Tea?');
    await ended(bench, replyId);

    const model = 'parlor-demo-thinking:latest';
    const parameters = { temperature: 0, seed: null };
    const again = await askAgain(bench, sessionId, userMessageId, { kind: 'branch' }, { model, parameters });
    expect(await ended(bench, again)).toMatchObject({ model, siblingIds: [replyId, again] });
    expect(await chatBody(bench, 2)).toMatchObject({ model, options: { temperature: 0 } });
    expect((await bench.db.getSession({ sessionId })).model).toBe('parlor-demo:latest');
    expect((await bench.db.getSession({ sessionId })).parameters).toEqual({ temperature: 1, seed: 7 });
  });

  it('can be bettered by a remark, which is sent but is no message', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: 'A long answer.' } });
    const sessionId = await bench.newSession({ systemPrompt: 'Be kind.' });
    const { userMessageId, replyId } = await send(bench, sessionId, 'Tea?');
    await ended(bench, replyId);
    const basis = { kind: 'revise', messageId: replyId, remark: 'Shorter, please.' } as const;
    const shorter = await askAgain(bench, sessionId, userMessageId, basis);
    await ended(bench, shorter);

    expect((await chatBody(bench, 2)).messages).toEqual([
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'Tea?' },
      { role: 'assistant', content: 'A long answer.' },
      { role: 'user', content: 'Shorter, please.' },
    ]);
    expect((await bench.db.getSession({ sessionId })).messageCount).toBe(3);
    const kept = await bench.chat.provenance({ sessionId, messageId: shorter });
    expect(kept).toMatchObject({ remark: 'Shorter, please.', missing: 0 });
    expect(kept.sent.map(({ id, beginning }) => [id, beginning])).toEqual([
      [userMessageId, 'Tea?'],
      [replyId, 'A long answer.'],
    ]);
  });
});

describe('an answer that is run again exactly', () => {
  it('sends the very same body, whatever the session has become', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: 'Green.' } });
    const sessionId = await bench.newSession({ systemPrompt: 'Be brief.' });
    await bench.db.updateSession({ sessionId, changes: { parameters: { seed: 7 } } });
    const first = await send(bench, sessionId, 'First');
    await ended(bench, first.replyId);
    const second = await send(bench, sessionId, 'Second', { parentId: first.replyId });
    await ended(bench, second.replyId);
    await bench.db.updateSession({
      sessionId,
      changes: { systemPrompt: 'Be long.', parameters: { seed: 8 }, model: 'parlor-demo-thinking:latest' },
    });
    await bench.db.trashBranch({ sessionId, messageId: second.userMessageId, at: 5 });
    await bench.db.restoreBranches({ sessionId, messageIds: [second.userMessageId] });

    const basis = { kind: 'repeat', messageId: second.replyId } as const;
    const again = await askAgain(bench, sessionId, second.userMessageId, basis, {
      model: 'parlor-demo:latest',
    });
    await ended(bench, again);
    expect(await chatBody(bench, 3)).toEqual(await chatBody(bench, 2));
  });

  it('repeats a remark, too', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: 'Green.' } });
    const sessionId = await bench.newSession();
    const { userMessageId, replyId } = await send(bench, sessionId, 'Tea?');
    await ended(bench, replyId);
    const revise = { kind: 'revise', messageId: replyId, remark: 'Longer.' } as const;
    const longer = await askAgain(bench, sessionId, userMessageId, revise);
    await ended(bench, longer);
    const again = await askAgain(bench, sessionId, userMessageId, { kind: 'repeat', messageId: longer });
    await ended(bench, again);
    expect(await chatBody(bench, 3)).toEqual(await chatBody(bench, 2));
  });

  it('is refused when something it was made from is gone for good, and leaves no row', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: 'Green.' } });
    const sessionId = await bench.newSession();
    const { userMessageId, replyId } = await send(bench, sessionId, 'Tea?');
    await ended(bench, replyId);
    const revise = { kind: 'revise', messageId: replyId, remark: 'Longer.' } as const;
    const longer = await askAgain(bench, sessionId, userMessageId, revise);
    await ended(bench, longer);
    await bench.db.trashBranch({ sessionId, messageId: replyId, at: 5 });
    await bench.db.markErased({ things: [{ kind: 'branch', sessionId, messageId: replyId }] });
    while ((await bench.db.eraseSome({ limit: 100, budgetMs: 100 })) > 0);

    const repeat = { kind: 'repeat', messageId: longer } as const;
    expect(await codeOf(() => askAgain(bench, sessionId, userMessageId, repeat))).toBe(
      'provenance-incomplete',
    );
    expect((await bench.db.getSession({ sessionId })).messageCount).toBe(2);
    expect(bench.chat.busy()).toEqual([]);
    expect(await bench.chat.provenance({ sessionId, messageId: longer })).toMatchObject({ missing: 1 });
  });
});
