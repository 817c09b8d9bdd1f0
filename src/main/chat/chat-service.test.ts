import { afterEach, describe, expect, it } from 'vitest';
import { type Behaviour, failures } from '#demo-server/behaviours.ts';
import type { BehaviourChoice } from '#demo-server/demo-server.ts';
import type { SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { type ChatBench, startChatBench } from './testing/chat-bench.ts';

let bench: ChatBench;
afterEach(() => bench.dispose());

const reply = (replyId: string, model: string | null = null) => ({ replyId, model, parameters: {} });

let turnCount = 0;
/** Sends a text and gives the ids it was sent with. */
async function send(sessionId: SessionId, text: string, parentId: string | null = null) {
  turnCount += 1;
  const userMessageId = `user-${turnCount}`;
  const replyId = `reply-${turnCount}`;
  await bench.chat.send({
    sessionId,
    parentId,
    userMessageId,
    text,
    attachmentIds: [],
    replies: [reply(replyId)],
  });
  return { userMessageId, replyId };
}

const ended = (replyId: string) =>
  bench.waitFor('chat:ended', ({ reply }) => reply.id === replyId).then(({ reply }) => reply);

describe('a turn', () => {
  it('has its rows in the database before Ollama has said anything', async () => {
    bench = await startChatBench({ behaviour: { kind: 'hold' } });
    const sessionId = await bench.newSession();
    const { userMessageId, replyId } = await send(sessionId, 'Are you there?');

    const { page, session } = await bench.db.openSession({ sessionId, limit: 10 });
    expect(page.messages.map(({ id, content, status }) => ({ id, content, status }))).toEqual([
      { id: userMessageId, content: 'Are you there?', status: 'complete' },
      { id: replyId, content: '', status: 'streaming' },
    ]);
    expect(session.preview).toBe('Are you there?');
    expect(bench.chat.running()).toEqual([{ sessionId, replyId }]);
  });

  it('streams the answer with offsets and ends with the row', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: ['Green ', 'tea 🫖', '.'] } });
    const sessionId = await bench.newSession();
    const { replyId } = await send(sessionId, 'Tea?');
    const reply = await ended(replyId);

    expect(reply).toMatchObject({ content: 'Green tea 🫖.', status: 'complete', error: null });
    expect(reply.usage).toMatchObject({ doneReason: 'stop', replyTokens: expect.any(Number) });
    let text = '';
    for (const delta of bench.events('chat:delta')) {
      expect(delta.offset).toBe(text.length);
      text += delta.text;
    }
    expect(text).toBe('Green tea 🫖.');
    expect(bench.chat.running()).toEqual([]);
  });

  it('keeps thinking apart and measures it', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', thinking: 'Let me see', answer: 'Two.' } });
    const reply = await ended((await send(await bench.newSession(), 'One and one?')).replyId);
    expect(reply).toMatchObject({ thinking: 'Let me see', content: 'Two.' });
    expect(reply.usage?.thinkingMs).not.toBeNull();
  });

  it('sends system prompt, branch and parameters, and keeps what was sent', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: 'One.' } });
    const sessionId = await bench.newSession({ systemPrompt: 'Be brief.' });
    await bench.db.updateSession({ sessionId, changes: { parameters: { temperature: 0, stop: ['###'] } } });
    const first = await send(sessionId, 'First');
    await ended(first.replyId);
    const second = await send(sessionId, 'Second', first.replyId);
    await ended(second.replyId);

    const request = await bench.server.waitForRequest('/api/chat', 2);
    expect(request.body).toMatchObject({
      model: 'parlor-demo:latest',
      options: { temperature: 0, stop: ['###'] },
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'First' },
        { role: 'assistant', content: 'One.' },
        { role: 'user', content: 'Second' },
      ],
    });
    const record = await bench.db.exportSession({ sessionId });
    expect(record.messages.at(-1)?.provenance).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      quantization: 'Q4_K_M',
      options: { temperature: 0, stop: ['###'] },
      messageIds: [first.userMessageId, first.replyId, second.userMessageId],
    });
  });

  it('refuses a second question while it runs and loses nothing by it', async () => {
    bench = await startChatBench({ behaviour: { kind: 'hold' } });
    const sessionId = await bench.newSession();
    await send(sessionId, 'First');
    await expect(send(sessionId, 'Second')).rejects.toMatchObject({ code: 'busy' });
    expect((await bench.db.getSession({ sessionId })).messageCount).toBe(2);
  });

  it('runs beside a turn of another session', async () => {
    const behaviour: BehaviourChoice = ({ prompt }) => ({
      kind: 'gated',
      gate: prompt,
      answer: [prompt, '!'],
    });
    bench = await startChatBench({ behaviour });
    const one = await send(await bench.newSession(), 'one');
    const two = await send(await bench.newSession(), 'two');
    bench.server.release(1, 'one');
    bench.server.release(Number.POSITIVE_INFINITY, 'two');
    expect((await ended(two.replyId)).content).toBe('two!');
    expect(bench.chat.running().map(({ replyId }) => replyId)).toEqual([one.replyId]);
    bench.server.release(Number.POSITIVE_INFINITY, 'one');
    expect((await ended(one.replyId)).content).toBe('one!');
  });

  it('takes the default model when the session has none, and keeps it', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: 'Yes.' } });
    const sessionId = await bench.newSession({ model: null });
    await ended((await send(sessionId, 'Which model?')).replyId);
    expect((await bench.db.getSession({ sessionId })).model).toBe('parlor-demo:latest');
  });

  it('saves nothing when there is no model to ask', async () => {
    bench = await startChatBench();
    bench.server.setModels([]);
    const sessionId = await bench.newSession({ model: null });
    await expect(send(sessionId, 'Anyone?')).rejects.toMatchObject({ code: 'model-not-chosen' });
    expect((await bench.db.getSession({ sessionId })).messageCount).toBe(0);
  });
});

describe('a session whose answer ended', () => {
  const isUnread = async (sessionId: SessionId) => (await bench.db.getSession({ sessionId })).isUnread;

  it('is unread when another one is on the screen, and the list hears of it', async () => {
    bench = await startChatBench({ behaviour: { kind: 'answer', answer: 'Yes.' } });
    const [shown, hidden] = [await bench.newSession(), await bench.newSession()];
    bench.chat.watch(shown);
    for (const sessionId of [shown, hidden]) await ended((await send(sessionId, 'Hello?')).replyId);
    expect([await isUnread(shown), await isUnread(hidden)]).toEqual([false, true]);
    await bench.waitFor('sessions:changed', ([session]) => session?.id === hidden && session.isUnread);
  });

  it('is judged by what is on the screen at the end, not at the beginning', async () => {
    bench = await startChatBench({ behaviour: { kind: 'gated', answer: ['Yes.'] } });
    const sessionId = await bench.newSession();
    bench.chat.watch(sessionId);
    const { replyId } = await send(sessionId, 'Hello?');
    bench.chat.watch(null);
    bench.server.release(Number.POSITIVE_INFINITY);
    await ended(replyId);
    expect(await isUnread(sessionId)).toBe(true);
  });

  it('is unread after a failure, but not when the user stopped it', async () => {
    bench = await startChatBench({ behaviour: failures.failed() });
    const failed = await bench.newSession();
    await ended((await send(failed, 'Hello?')).replyId);
    bench.server.setBehaviour({ kind: 'hold' });
    const stopped = await bench.newSession();
    await send(stopped, 'Hello?');
    await bench.chat.stopAndWait(stopped);
    expect([await isUnread(failed), await isUnread(stopped)]).toEqual([true, false]);
  });
});

describe('stopping', () => {
  it('keeps the text received and closes the connection at once', async () => {
    bench = await startChatBench({
      behaviour: { kind: 'stall', after: 2, answer: ['Once ', 'upon ', 'a time'] },
    });
    const sessionId = await bench.newSession();
    const { replyId } = await send(sessionId, 'A story');
    await bench.waitFor('chat:delta', ({ offset, text }) => offset + text.length === 10);
    bench.chat.stop(sessionId, null);
    expect(await ended(replyId)).toMatchObject({ content: 'Once upon ', status: 'stopped', error: null });
    await bench.server.waitForDisconnect();
  });

  it('works before the first byte', async () => {
    bench = await startChatBench({ behaviour: { kind: 'hold' } });
    const sessionId = await bench.newSession();
    const { replyId } = await send(sessionId, 'Slow start');
    await bench.server.waitForRequest('/api/chat');
    await bench.chat.stopAndWait(sessionId);
    expect(await ended(replyId)).toMatchObject({ content: '', status: 'stopped' });
    await bench.server.waitForDisconnect();
  });

  it('counts also when it comes before the turn has begun', async () => {
    bench = await startChatBench({ behaviour: { kind: 'hold' } });
    const sessionId = await bench.newSession();
    const sent = send(sessionId, 'Never mind');
    bench.chat.stop(sessionId, null);
    expect((await ended((await sent).replyId)).status).toBe('stopped');
  });

  it('and waiting waits for a turn that is only about to begin', async () => {
    bench = await startChatBench({ behaviour: { kind: 'hold' } });
    const sessionId = await bench.newSession();
    const sent = send(sessionId, 'Never mind');
    expect(bench.chat.busy()).toEqual([sessionId]);
    await bench.chat.stopAndWait(sessionId);
    expect(bench.chat.running()).toEqual([]);
    expect((await ended((await sent).replyId)).status).toBe('stopped');
  });

  it('by quitting leaves an interrupted answer with its text', async () => {
    bench = await startChatBench({ behaviour: { kind: 'stall', after: 1, answer: ['Once ', 'upon'] } });
    const sessionId = await bench.newSession();
    const { replyId } = await send(sessionId, 'A story');
    await bench.waitFor('chat:delta');
    await bench.chat.close();
    expect(await bench.db.getMessage({ sessionId, messageId: replyId })).toMatchObject({
      content: 'Once ',
      status: 'interrupted',
    });
    await expect(send(sessionId, 'Too late')).rejects.toMatchObject({ code: 'busy' });
  });
});

describe('what goes wrong', () => {
  it.each<[string, Behaviour, string, string]>([
    ['400', failures.notSupported('tea'), 'failed', 'not-supported'],
    ['403', failures.forbidden(), 'failed', 'ollama-refused'],
    ['404', failures.modelMissing('tea'), 'failed', 'model-missing'],
    ['500', failures.failed(), 'failed', 'ollama-failed'],
    ['503', failures.busy(), 'failed', 'ollama-busy'],
    ['another service', failures.otherService(), 'failed', 'not-ollama'],
    ['an error line', failures.errorLine(2), 'failed', 'answer-failed'],
    ['garbage', failures.garbage(2), 'failed', 'bad-response'],
    ['a cut connection', { kind: 'reset', after: 2 }, 'interrupted', 'connection-cut'],
    ['an end without done', { kind: 'cut', after: 2 }, 'interrupted', 'connection-cut'],
  ])(
    '%s ends the turn with its reason and keeps question and text',
    async (_name, behaviour, status, code) => {
      const answer = ['some ', 'text ', 'more'];
      bench = await startChatBench({
        behaviour: 'after' in behaviour ? { ...behaviour, answer } : behaviour,
      });
      const sessionId = await bench.newSession();
      const { replyId, userMessageId } = await send(sessionId, 'Keep me');
      const reply = await ended(replyId);
      expect(reply).toMatchObject({
        status,
        error: { code },
        content: 'after' in behaviour ? 'some text ' : '',
      });
      const question = await bench.db.getMessage({ sessionId, messageId: userMessageId });
      expect(question.content).toBe('Keep me');
    },
  );

  it('says that nobody answers when Ollama is not running', async () => {
    bench = await startChatBench({ ollamaAddress: 'http://127.0.0.1:9' });
    const reply = await ended((await send(await bench.newSession(), 'Hello?')).replyId);
    expect(reply).toMatchObject({ status: 'failed', error: { code: 'ollama-unreachable' } });
  });

  it('asks again beside the failed answer, not over it', async () => {
    bench = await startChatBench({ behaviour: failures.failed() });
    const sessionId = await bench.newSession();
    const { userMessageId, replyId } = await send(sessionId, 'Try');
    await ended(replyId);
    bench.server.setBehaviour({ kind: 'answer', answer: 'Now it works.' });
    await bench.chat.retry({
      sessionId,
      userMessageId,
      replies: [reply('second-reply')],
      basis: { kind: 'branch' },
    });
    expect(await ended('second-reply')).toMatchObject({
      content: 'Now it works.',
      siblingIds: [replyId, 'second-reply'],
    });
  });
});

describe('saving a running answer', () => {
  it('is done while it runs, not only at its end', async () => {
    bench = await startChatBench({ behaviour: { kind: 'stall', after: 2, answer: ['Once ', 'upon ', 'a'] } });
    const sessionId = await bench.newSession();
    const { replyId } = await send(sessionId, 'A story');
    await expect
      .poll(async () => (await bench.db.getMessage({ sessionId, messageId: replyId })).content, {
        interval: 20,
      })
      .toBe('Once upon ');
  });

  it('goes on in memory while the disk is full, says so, and is made good afterwards', async () => {
    let isFull = false;
    const full = () => Promise.reject(new AppError({ code: 'disk-full', details: { path: 'parlor.db' } }));
    bench = await startChatBench({
      behaviour: { kind: 'gated', answer: ['Once ', 'upon ', 'a time'] },
      wrapDatabase: (db) => ({
        ...db,
        appendReplyText: (input) => (isFull ? full() : db.appendReplyText(input)),
        finishReply: (input) => (isFull ? full() : db.finishReply(input)),
      }),
    });
    const sessionId = await bench.newSession();
    const { replyId } = await send(sessionId, 'A story');
    isFull = true;
    bench.server.release(2);
    expect((await bench.waitFor('chat:journal')).error).toMatchObject({ code: 'disk-full' });
    const opened = await bench.chat.withLiveText(await bench.db.openSession({ sessionId, limit: 5 }));
    expect(opened.page.messages.at(-1)?.content).toBe('Once upon ');
    bench.server.release(Number.POSITIVE_INFINITY);
    isFull = false;
    await bench.waitFor('chat:journal', ({ error }) => error === null);
    expect((await ended(replyId)).content).toBe('Once upon a time');
  });
});
