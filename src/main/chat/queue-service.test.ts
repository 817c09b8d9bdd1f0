import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Behaviour, failures } from '#demo-server/behaviours.ts';
import type { MessageId, SessionId } from '#shared/domain.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import { createQueueService, type QueueService } from './queue-service.ts';
import { type ChatBench, startChatBench } from './testing/chat-bench.ts';

const requestSchema = v.object({
  model: v.string(),
  options: v.optional(v.object({ temperature: v.optional(v.number()) })),
});
const own = { model: null, parameters: {} };

let bench: ChatBench;
let queue: QueueService;
let behaviour: Behaviour;
let failing: Error | null;
let beforeSending: () => Promise<unknown>;
/** Settles when the service has dealt with the last end of an answer. */
let freed: Promise<void>;

beforeEach(async () => {
  behaviour = { kind: 'gated', answer: ['Yes'] };
  failing = null;
  beforeSending = () => Promise.resolve();
  freed = Promise.resolve();
  bench = await startChatBench({
    behaviour: ({ prompt }) => (behaviour.kind === 'gated' ? { ...behaviour, gate: prompt } : behaviour),
    onFree(sessionId, ended) {
      freed = queue.sessionFreed(sessionId, ended);
    },
    wrapDatabase: (db): AsyncDatabase => ({
      ...db,
      async sendQueued(input) {
        if (failing !== null) throw failing;
        await beforeSending();
        return db.sendQueued(input);
      },
    }),
  });
  queue = createQueueService({ db: bench.db, chat: bench.chat, emit: bench.emit, now: Date.now });
});

afterEach(() => bench.dispose());

async function ask(sessionId: SessionId, text: string): Promise<MessageId> {
  const replyId = `reply to ${text}`.replaceAll(' ', '-');
  await bench.chat.send({
    sessionId,
    parentId: null,
    userMessageId: `ask-${text}-${sessionId}`,
    text,
    attachmentIds: [],
    replies: [{ replyId, model: null, parameters: {} }],
  });
  return replyId;
}

const add = (sessionId: SessionId, text: string) =>
  queue.add({ sessionId, id: `id-${text}`, text, attachmentIds: [], replies: [own] });
const finish = (prompt: string) => bench.server.release(Number.POSITIVE_INFINITY, prompt);
const asked = (text: string) => bench.waitFor('chat:asked', ({ user }) => user.content === text);
const ended = (sessionId: SessionId, status: string) =>
  bench.waitFor('chat:ended', ({ reply }) => reply.sessionId === sessionId && reply.status === status);

async function questions(sessionId: SessionId): Promise<readonly string[]> {
  const { page } = await bench.db.openSession({ sessionId, limit: 50 });
  return page.messages.filter(({ role }) => role === 'user').map(({ content }) => content);
}

async function waiting(sessionId: SessionId): Promise<readonly string[]> {
  return (await bench.db.listQueued({ sessionId })).map(({ text }) => text);
}

describe('messages that wait', () => {
  it('go one after the other, in their order, each after a complete answer', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await add(sessionId, 'three');
    expect(await questions(sessionId)).toEqual(['one']);
    finish('one');
    const { user, replies } = await asked('two');
    expect(user).toMatchObject({ id: 'id-two', parentId: 'reply-to-one' });
    expect(replies).toMatchObject([{ parentId: 'id-two', status: 'streaming' }]);
    expect(await waiting(sessionId)).toEqual(['three']);
    finish('two');
    finish('three');
    await asked('three');
    expect(await questions(sessionId)).toEqual(['one', 'two', 'three']);
    expect(await waiting(sessionId)).toEqual([]);
  });

  it('go with everything said before them', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    finish('one');
    const request = await bench.server.waitForRequest('/api/chat', 2);
    expect(request.body).toMatchObject({
      messages: [{ content: 'one' }, { content: 'Yes' }, { content: 'two' }],
    });
  });

  it('are answered by the models chosen when they were written, with those parameters', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    const [model, other] = ['parlor-demo-thinking:latest', 'parlor-demo:latest'];
    const replies = [
      { model, parameters: { temperature: 0.5 } },
      { model: null, parameters: {} },
    ];
    await queue.add({ sessionId, id: 'id-two', text: 'two', attachmentIds: [], replies });
    await bench.db.updateSession({ sessionId, changes: { model: other } });
    finish('one');
    const asked2 = await asked('two');
    expect(asked2.replies.map((reply) => reply.model)).toEqual([model, other]);
    const requests = await Promise.all(
      [2, 3].map((place) => bench.server.waitForRequest('/api/chat', place)),
    );
    const temperatures = new Map(
      requests.map(({ body }) => {
        const { model: name, options } = v.parse(requestSchema, body);
        return [name, options?.temperature];
      }),
    );
    expect(temperatures).toEqual(
      new Map([
        [model, 0.5],
        [other, undefined],
      ]),
    );
  });

  it('go on with the next when the first is taken out at the last moment', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await add(sessionId, 'three');
    beforeSending = () => {
      beforeSending = () => Promise.resolve();
      return bench.db.removeQueued({ sessionId, id: 'id-two', at: 1 });
    };
    finish('one');
    await asked('three');
    expect(await questions(sessionId)).toEqual(['one', 'three']);
  });

  it('are told before their answer begins, and the queue with them', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    finish('one');
    const { replies } = await asked('two');
    const names = bench.names();
    const begun = bench.events('chat:started').findIndex(({ replyId }) => replyId === replies[0]?.id);
    expect(begun).toBe(1);
    expect(names.lastIndexOf('chat:asked')).toBeLessThan(names.lastIndexOf('chat:started'));
    expect(bench.events('queue:changed').map((event) => event.queue.length)).toEqual([1, 0]);
  });

  it('wait when the answer was stopped, until they are sent', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await bench.chat.stopAndWait(sessionId);
    await freed;
    expect(await waiting(sessionId)).toEqual(['two']);
    await queue.resume({ sessionId });
    await asked('two');
    expect(await questions(sessionId)).toEqual(['one', 'two']);
  });

  it('wait when the answer failed, and when it was cut off', async () => {
    for (const broken of [
      failures.failed('no memory'),
      { kind: 'cut', after: 1, answer: ['A', 'B'] } as const,
    ]) {
      behaviour = { kind: 'gated', answer: ['Yes'] };
      const sessionId = await bench.newSession();
      behaviour = broken;
      // Nobody is quicker than the answer, so it waits already.
      const two = { id: `q${sessionId}`, text: 'two', attachmentIds: [], replies: [own] };
      await bench.db.addQueued({ sessionId, ...two, at: 1 });
      await ask(sessionId, `one ${sessionId}`);
      await ended(sessionId, broken.kind === 'cut' ? 'interrupted' : 'failed');
      await freed;
      expect(await waiting(sessionId)).toEqual(['two']);
    }
  });

  it('go at once when the answer has ended meanwhile', async () => {
    const sessionId = await bench.newSession();
    finish('late');
    await add(sessionId, 'late');
    expect(await questions(sessionId)).toEqual(['late']);
  });

  it('do not overtake those that wait already', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await bench.chat.stopAndWait(sessionId);
    await freed;
    await add(sessionId, 'three');
    expect(await waiting(sessionId)).toEqual(['two', 'three']);
  });

  it('go on in two sessions at once', async () => {
    const [one, two] = [await bench.newSession(), await bench.newSession()];
    await ask(one, 'a');
    await ask(two, 'b');
    await add(one, 'c');
    await add(two, 'd');
    finish('b');
    await asked('d');
    finish('a');
    await asked('c');
    expect([await questions(one), await questions(two)]).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('do not go while they are changed, and go with the change afterwards', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await add(sessionId, 'three');
    await queue.hold({ sessionId, id: 'id-two' });
    finish('one');
    await ended(sessionId, 'complete');
    await freed;
    expect(await waiting(sessionId)).toEqual(['two', 'three']);
    await queue.change({ sessionId, id: 'id-two', text: 'two, better' });
    await queue.hold({ sessionId, id: null });
    expect(await questions(sessionId)).toEqual(['one', 'two, better']);
    expect(await waiting(sessionId)).toEqual(['three']);
  });

  it('are held by nobody once the page that changed one is gone, and go by themselves from the next answer on', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await add(sessionId, 'three');
    await queue.hold({ sessionId, id: 'id-two' });
    finish('one');
    await ended(sessionId, 'complete');
    await freed;
    queue.forgetHolds();
    expect(await waiting(sessionId)).toEqual(['two', 'three']);
    await queue.hold({ sessionId, id: 'id-three' });
    queue.forgetHolds();
    await queue.resume({ sessionId });
    finish('two');
    await asked('three');
    expect(await waiting(sessionId)).toEqual([]);
  });

  it('wait on after a change when the answer before was stopped', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await queue.hold({ sessionId, id: 'id-two' });
    await bench.chat.stopAndWait(sessionId);
    await freed;
    await queue.hold({ sessionId, id: null });
    expect(await waiting(sessionId)).toEqual(['two']);
  });

  it('are held up by nobody who changes a later one, and go when that is asked for', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await add(sessionId, 'three');
    await queue.hold({ sessionId, id: 'id-three' });
    finish('one');
    await asked('two');
    finish('two');
    await bench.waitFor('chat:ended', ({ reply }) => reply.parentId === 'id-two');
    await freed;
    expect(await waiting(sessionId)).toEqual(['three']);
    await queue.resume({ sessionId });
    expect(await waiting(sessionId)).toEqual([]);
    await queue.hold({ sessionId, id: null });
    expect(bench.events('app:problem')).toEqual([]);
  });

  it('stay, with a word about it, when they cannot be sent; nobody tries again by himself', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    failing = new Error('the disk is full');
    finish('one');
    const problem = await bench.waitFor('app:problem');
    expect(problem).toMatchObject({ code: 'internal' });
    await freed;
    expect(await waiting(sessionId)).toEqual(['two']);
    expect(bench.chat.busy()).toEqual([]);
    expect(bench.events('app:problem')).toHaveLength(1);
    failing = null;
    await queue.resume({ sessionId });
    expect(await waiting(sessionId)).toEqual([]);
  });

  it('are not sent from the trash', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await bench.db.trashSessions({ sessionIds: [sessionId], at: 1 });
    finish('one');
    await ended(sessionId, 'complete');
    await freed;
    expect(bench.events('chat:asked')).toEqual([]);
    expect(bench.events('app:problem')).toEqual([]);
  });

  it('leave a session without any free for the next question', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    finish('one');
    await ended(sessionId, 'complete');
    expect(bench.chat.busy()).toEqual([]);
    await freed;
  });

  it('are sent once, however often that is asked for', async () => {
    const sessionId = await bench.newSession();
    await ask(sessionId, 'one');
    await add(sessionId, 'two');
    await add(sessionId, 'three');
    await bench.chat.stopAndWait(sessionId);
    await freed;
    await Promise.all([queue.resume({ sessionId }), queue.resume({ sessionId })]);
    expect(await waiting(sessionId)).toEqual(['three']);
    expect(await questions(sessionId)).toEqual(['one', 'two']);
  });
});
