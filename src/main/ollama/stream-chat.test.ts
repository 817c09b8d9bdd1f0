import { describe, expect, it } from 'vitest';
import type { AnswerOptions } from '#demo-server/behaviours.ts';
import { asking, collect, never, startHarness } from './testing/chat-harness.ts';

const text = 'Grüße 👋 from 東京, 👩‍🚀!';
const thinking = 'Hm 🤔 …';
const thinker = 'parlor-demo-thinking:latest';

describe('a streamed answer', () => {
  it.each<[string, AnswerOptions]>([
    ['a line at a time', {}],
    ['a byte at a time', { chunking: 'byte' }],
    ['cut inside characters', { chunking: 'inside-characters' }],
    ['several lines at once', { chunking: 'several-lines' }],
    ['with CRLF', { lineEnding: '\r\n', chunking: 'byte' }],
    ['without a line break at the end', { finalNewline: false, chunking: 'byte' }],
    ['with text on the done line', { isTextOnDoneLine: true }],
    ['with fields nobody knows', { extraFields: { tool_plan: [1], future: { is: 'now' } } }],
  ])('arrives complete %s, thinking apart from content', async (_, options) => {
    await using harness = await startHarness({
      behaviour: { kind: 'answer', answer: text, thinking, ...options },
    });
    const collected = await collect(harness.client.streamChat(asking(thinker), never));
    expect(collected).toMatchObject({ content: text, thinking, failure: null });
    expect(collected.pieces.at(-1)).toMatchObject({ kind: 'done', statistics: { doneReason: 'stop' } });
    expect(collected.pieces.filter((piece) => piece.kind === 'done')).toHaveLength(1);
  });

  it('may be long and fast', async () => {
    const answer = 'word '.repeat(50_000);
    await using harness = await startHarness({ behaviour: { kind: 'answer', answer } });
    const collected = await collect(harness.client.streamChat(asking(), never));
    expect(collected.failure).toBeNull();
    expect(collected.content).toBe(answer);
  });

  it('has no empty pieces', async () => {
    await using harness = await startHarness({
      behaviour: { kind: 'answer', answer: ['', 'a', '', 'b', ''] },
    });
    const { pieces } = await collect(harness.client.streamChat(asking(), never));
    expect(pieces.map((piece) => piece.kind)).toEqual(['content', 'content', 'done']);
  });

  it('brings its statistics in milliseconds', async () => {
    await using harness = await startHarness({
      behaviour: {
        kind: 'answer',
        answer: 'hi',
        statistics: false,
        doneReason: 'length',
        extraFields: {
          load_duration: 410_000_000,
          prompt_eval_count: 61,
          prompt_eval_duration: 190_000_000,
          eval_count: 88,
          eval_duration: 1_600_000_000,
        },
      },
    });
    const { pieces } = await collect(harness.client.streamChat(asking(), never));
    expect(pieces.at(-1)).toEqual({
      kind: 'done',
      statistics: {
        doneReason: 'length',
        promptTokens: 61,
        replyTokens: 88,
        loadMs: 410,
        promptEvalMs: 190,
        evalMs: 1_600,
      },
    });
  });

  it('may end without telling anything, or with a reason nobody knows', async () => {
    await using harness = await startHarness({
      behaviour: { kind: 'answer', answer: 'hi', statistics: false, doneReason: null },
    });
    const { pieces } = await collect(harness.client.streamChat(asking(), never));
    expect(pieces.at(-1)).toEqual({
      kind: 'done',
      statistics: {
        doneReason: null,
        promptTokens: null,
        replyTokens: null,
        loadMs: null,
        promptEvalMs: null,
        evalMs: null,
      },
    });
    harness.server.setBehaviour({ kind: 'answer', answer: 'hi', doneReason: 'moonrise' });
    const next = await collect(harness.client.streamChat(asking(), never));
    expect(next.pieces.at(-1)).toMatchObject({ statistics: { doneReason: 'moonrise' } });
  });

  it('brings each piece when it is sent, not later', async () => {
    await using harness = await startHarness({ behaviour: { kind: 'gated', answer: ['one', 'two'] } });
    const pieces = harness.client.streamChat(asking(), never)[Symbol.asyncIterator]();
    harness.server.release();
    expect((await pieces.next()).value).toEqual({ kind: 'content', text: 'one' });
    harness.server.release();
    expect((await pieces.next()).value).toEqual({ kind: 'content', text: 'two' });
    harness.server.release();
    expect((await pieces.next()).value).toMatchObject({ kind: 'done' });
    expect((await pieces.next()).done).toBe(true);
  });

  it('has no time limit before its first byte and between its pieces', async () => {
    const limits = { connectTimeoutMs: 500, metadataTimeoutMs: 600 };
    await using harness = await startHarness(
      {
        behaviour: (request) =>
          request.path === '/api/chat'
            ? request.prompt === 'slow start'
              ? { kind: 'hold', gate: 'chat', answer: 'late' }
              : { kind: 'stall', after: 1, gate: 'chat', answer: ['sl', 'ow'] }
            : { kind: 'hold', at: 'everywhere', gate: 'never' },
      },
      limits,
    );
    const late = collect(harness.client.streamChat(asking(undefined, 'slow start'), never));
    const slow = collect(harness.client.streamChat(asking(undefined, 'slow pieces'), never));
    await harness.server.waitForRequest('/api/chat', 2);
    // Both answers outlast a call that the limits end.
    await expect(harness.client.getVersion()).rejects.toMatchObject({ code: 'ollama-unreachable' });
    harness.server.release(2, 'chat');
    expect(await late).toMatchObject({ content: 'late', failure: null });
    expect(await slow).toMatchObject({ content: 'slow', failure: null });
  });

  it('goes its own way while another one waits', async () => {
    await using harness = await startHarness({
      behaviour: (request) => ({ kind: 'gated', gate: request.prompt, answer: request.prompt }),
    });
    const first = collect(harness.client.streamChat(asking(undefined, 'first'), never));
    const second = collect(harness.client.streamChat(asking(undefined, 'second'), never));
    harness.server.release(Number.POSITIVE_INFINITY, 'second');
    expect(await second).toMatchObject({ content: 'second', failure: null });
    harness.server.release(Number.POSITIVE_INFINITY, 'first');
    expect(await first).toMatchObject({ content: 'first', failure: null });
  });
});

describe('what is sent', () => {
  it('is only what is set', async () => {
    await using harness = await startHarness();
    await collect(harness.client.streamChat(asking(), never));
    const request = await harness.server.waitForRequest('/api/chat');
    expect(request.body).toEqual({
      model: 'parlor-demo:latest',
      messages: [{ role: 'user', content: 'hello' }],
      stream: true,
    });
    expect(request.headers).not.toHaveProperty('origin');
  });

  it("is in Ollama's words", async () => {
    await using harness = await startHarness();
    const parameters = {
      temperature: 0,
      topP: 0.9,
      topK: 40,
      seed: -1,
      numCtx: 8_192,
      numPredict: -1,
      stop: ['###'],
      repeatPenalty: 1.1,
      keepAlive: '10m',
    };
    await collect(harness.client.streamChat({ ...asking(), parameters }, never));
    expect(harness.server.requests.at(-1)?.body).toMatchObject({
      keep_alive: '10m',
      options: {
        temperature: 0,
        top_p: 0.9,
        top_k: 40,
        seed: -1,
        num_ctx: 8_192,
        num_predict: -1,
        stop: ['###'],
        repeat_penalty: 1.1,
      },
    });
  });

  it.each([
    ['off', false],
    ['on', true],
    ['high', 'high'],
  ] as const)('tells a model to think: %s', async (think, sent) => {
    await using harness = await startHarness({ models: [{ name: 'thinker', capabilities: ['thinking'] }] });
    await collect(harness.client.streamChat({ ...asking(), model: 'thinker', parameters: { think } }, never));
    const body = harness.server.requests.at(-1)?.body;
    expect(body).toMatchObject({ think: sent });
    expect(body).not.toHaveProperty('options');
  });

  it.each([
    ['300', 300],
    ['-1', -1],
    ['0', 0],
    ['1h30m', '1h30m'],
  ])('has a keep-alive of %o as %o, because a number needs no unit', async (keepAlive, sent) => {
    await using harness = await startHarness();
    await collect(harness.client.streamChat({ ...asking(), parameters: { keepAlive } }, never));
    const body = harness.server.requests.at(-1)?.body;
    expect(body).toMatchObject({ keep_alive: sent });
    expect(body).not.toHaveProperty('options');
  });
});
