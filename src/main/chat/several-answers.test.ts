import { afterEach, describe, expect, it } from 'vitest';
import type { BehaviourChoice } from '#demo-server/demo-server.ts';
import { codeOf } from '../db/testing/fixtures.ts';
import { ended, send } from './testing/asking.ts';
import { type ChatBench, startChatBench } from './testing/chat-bench.ts';

let bench: ChatBench;
afterEach(() => bench.dispose());

const models = ['parlor-demo:latest', 'parlor-demo-thinking:latest', 'gone:1b'];
/** Each model has a gate of its own name; one of them is not installed. */
const behaviour: BehaviourChoice = ({ model }) =>
  model === 'gone:1b'
    ? { kind: 'http', status: 404, body: { error: "model 'gone:1b' not found" } }
    : { kind: 'gated', gate: model, answer: [model, '!'], thinking: [] };

describe('several models at once', () => {
  it('answer side by side, each to its own end', async () => {
    bench = await startChatBench({ behaviour });
    const sessionId = await bench.newSession();
    const { userMessageId, replyIds } = await send(bench, sessionId, 'Tea?', { models });
    const [one = '', two = '', three = ''] = replyIds;

    expect(bench.chat.running().map(({ replyId }) => replyId)).toEqual(expect.arrayContaining([one, two]));
    expect(await ended(bench, three)).toMatchObject({ status: 'failed', siblingIds: replyIds });
    expect(await codeOf(() => send(bench, sessionId, 'Meanwhile', { parentId: one }))).toBe('busy');
    bench.server.release(Number.POSITIVE_INFINITY, 'parlor-demo-thinking:latest');
    expect(await ended(bench, two)).toMatchObject({
      content: 'parlor-demo-thinking:latest!',
      parentId: userMessageId,
    });
    bench.server.release(Number.POSITIVE_INFINITY, 'parlor-demo:latest');
    expect(await ended(bench, one)).toMatchObject({ content: 'parlor-demo:latest!', status: 'complete' });

    expect(bench.chat.busy()).toEqual([]);
    const session = await bench.db.getSession({ sessionId });
    expect(session).toMatchObject({ activeLeafId: one, messageCount: 4, model: 'parlor-demo:latest' });
  });

  it('are stopped one by one or all together', async () => {
    bench = await startChatBench({ behaviour });
    const sessionId = await bench.newSession();
    const { replyIds } = await send(bench, sessionId, 'Tea?', { models: models.slice(0, 2) });
    const [one = '', two = ''] = replyIds;
    bench.server.release(1, 'parlor-demo:latest');
    await bench.waitFor('chat:delta', ({ replyId }) => replyId === one);
    bench.chat.stop(sessionId, one);
    expect(await ended(bench, one)).toMatchObject({ status: 'stopped', content: 'parlor-demo:latest' });
    expect(bench.chat.running()).toEqual([{ sessionId, replyId: two }]);
    bench.chat.stop(sessionId, null);
    expect(await ended(bench, two)).toMatchObject({ status: 'stopped', content: '' });
  });

  it('tell that the session is free once, with all answers', async () => {
    const freed: (readonly string[])[] = [];
    bench = await startChatBench({
      behaviour,
      onFree: (_, replies) => freed.push(replies.map(({ status }) => status)),
    });
    const sessionId = await bench.newSession();
    const { replyIds } = await send(bench, sessionId, 'Tea?', { models });
    for (const gate of models) bench.server.release(Number.POSITIVE_INFINITY, gate);
    for (const replyId of replyIds) await ended(bench, replyId);
    expect(freed.map((statuses) => [...statuses].sort())).toEqual([['complete', 'complete', 'failed']]);
  });

  it('all end as interrupted when Parlor is closed', async () => {
    bench = await startChatBench({ behaviour });
    const sessionId = await bench.newSession();
    const { replyIds } = await send(bench, sessionId, 'Tea?', { models: models.slice(0, 2) });
    await bench.chat.close();
    for (const messageId of replyIds) {
      expect((await bench.db.getMessage({ sessionId, messageId })).status).toBe('interrupted');
    }
  });
});
