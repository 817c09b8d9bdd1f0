import { describe, expect, it } from 'vitest';
import { asking, collect, startHarness } from './testing/chat-harness.ts';

const answer = ['one ', 'two ', 'three ', 'four'];

describe('stopping an answer', () => {
  it('works before the first byte, and the server sees it', async () => {
    await using harness = await startHarness({ behaviour: { kind: 'hold', answer } });
    const stop = new AbortController();
    const collected = collect(harness.client.streamChat(asking(), stop.signal));
    const request = await harness.server.waitForRequest('/api/chat');
    const reason = new Error('stopped by hand');
    stop.abort(reason);
    expect((await collected).failure).toBe(reason);
    expect(await harness.server.waitForDisconnect()).toBe(request);
  });

  it('works in the middle, keeps what came, and the server sees it', async () => {
    await using harness = await startHarness({ behaviour: { kind: 'gated', answer } });
    const stop = new AbortController();
    const pieces = harness.client.streamChat(asking(), stop.signal)[Symbol.asyncIterator]();
    harness.server.release(2);
    expect((await pieces.next()).value).toEqual({ kind: 'content', text: 'one ' });
    expect((await pieces.next()).value).toEqual({ kind: 'content', text: 'two ' });
    const next = expect(pieces.next()).rejects.toMatchObject({ name: 'AbortError' });
    stop.abort();
    await next;
    await harness.server.waitForDisconnect();
    expect((await pieces.next()).done).toBe(true);
  });

  it('gives nothing any more of what has arrived already', async () => {
    await using harness = await startHarness({
      behaviour: { kind: 'answer', answer, chunking: 'several-lines' },
    });
    const stop = new AbortController();
    const pieces = harness.client.streamChat(asking(), stop.signal)[Symbol.asyncIterator]();
    await pieces.next();
    stop.abort(new Error('enough'));
    await expect(pieces.next()).rejects.toThrow('enough');
  });

  it('before it began sends nothing', async () => {
    await using harness = await startHarness();
    const reason = new Error('never mind');
    const { failure } = await collect(harness.client.streamChat(asking(), AbortSignal.abort(reason)));
    expect(failure).toBe(reason);
    await harness.client.getVersion();
    expect(harness.server.requests.map((request) => request.path)).toEqual(['/api/version']);
  });

  it('happens when the reader leaves', async () => {
    await using harness = await startHarness({ behaviour: { kind: 'gated', answer } });
    harness.server.release(1);
    for await (const piece of harness.client.streamChat(asking(), new AbortController().signal)) {
      expect(piece).toEqual({ kind: 'content', text: 'one ' });
      break;
    }
    await harness.server.waitForDisconnect();
  });

  it('leaves another answer alone', async () => {
    await using harness = await startHarness({
      behaviour: (request) => ({ kind: 'gated', gate: request.prompt, answer }),
    });
    const stop = new AbortController();
    const stopped = collect(harness.client.streamChat(asking(undefined, 'stopped'), stop.signal));
    await harness.server.waitForRequest('/api/chat');
    const kept = collect(harness.client.streamChat(asking(undefined, 'kept'), new AbortController().signal));
    await harness.server.waitForRequest('/api/chat', 2);
    stop.abort();
    await stopped;
    expect((await harness.server.waitForDisconnect()).prompt).toBe('stopped');
    harness.server.release(Number.POSITIVE_INFINITY, 'kept');
    expect(await kept).toMatchObject({ content: 'one two three four', failure: null });
  });

  it('does not touch an answer that is complete', async () => {
    await using harness = await startHarness({ behaviour: { kind: 'answer', answer } });
    const stop = new AbortController();
    const collected = await collect(harness.client.streamChat(asking(), stop.signal));
    stop.abort();
    expect(collected).toMatchObject({ content: 'one two three four', failure: null });
    expect(harness.server.requests.at(-1)).toMatchObject({ isAnswered: true, isClosedByClient: false });
  });
});
