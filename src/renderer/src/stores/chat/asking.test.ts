import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message, Session } from '#shared/domain.ts';
import { aSession } from '../library/testing/library.ts';
import { asked } from './asking.ts';
import { emptyChatState } from './chat-state.ts';
import { useChatStore } from './chat-store.ts';

const sessionId = 'a';
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };
let requests: (readonly [name: string, input: unknown])[] = [];
/** What main answers; until then a request is on its way. */
let answer: (name: string, input: unknown) => Promise<Answer>;

const refusal: Answer = { ok: false, error: { code: 'busy', details: { sessionId } } };
const pending = () => new Promise<Answer>(() => undefined);

function aMessage(id: string, parentId: string | null, over: Partial<Message> = {}): Message {
  return {
    id,
    sessionId,
    parentId,
    role: 'user',
    content: id,
    thinking: '',
    model: null,
    status: 'complete',
    error: null,
    createdAt: 1,
    editedAt: null,
    usage: null,
    attachments: [],
    siblingIds: [id],
    ...over,
  };
}

const anAnswer = (id: string, parentId: string, over: Partial<Message> = {}) =>
  aMessage(id, parentId, { role: 'assistant', model: 'tea:latest', ...over });

const question = aMessage('q1', null);
const reply = anAnswer('r1', 'q1');
const next = aMessage('q2', 'r1');
const stopped = anAnswer('r2', 'q2', { status: 'stopped', content: 'Once upon' });

const anOpenSession: Session = {
  ...aSession(sessionId),
  model: 'tea:latest',
  systemPrompt: '',
  parameters: {},
  activeLeafId: 'r2',
  isModelChecked: true,
  promptTokens: 0,
  replyTokens: 0,
  description: '',
  metadata: {},
};

beforeEach(() => {
  requests = [];
  answer = pending;
  vi.stubGlobal('window', {
    api: {
      request: (name: string, input: unknown) => {
        requests.push([name, input]);
        return answer(name, input);
      },
    },
  });
  useChatStore.setState({
    ...emptyChatState,
    openSessionId: sessionId,
    conversations: {
      [sessionId]: {
        session: anOpenSession,
        messages: [question, reply, next, stopped],
        hasOlder: false,
        hasNewer: false,
      },
    },
  });
});

const chat = () => useChatStore.getState();
const shown = () => chat().conversations[sessionId]?.messages ?? [];
const texts = () => shown().map(({ content, status }) => (status === 'streaming' ? '…' : content));

describe('a question', () => {
  it('is shown with its empty answer at once, after the end of the branch', () => {
    void chat().send(sessionId, { text: 'And now?', attachments: [] });
    return vi.waitFor(() => {
      expect(texts()).toEqual(['q1', 'r1', 'q2', 'Once upon', 'And now?', '…']);
      expect(chat().running[sessionId]).toEqual([shown().at(-1)?.id]);
    });
  });

  it('written anew takes the place of the old one, as its sibling', async () => {
    void chat().send(sessionId, { text: 'Better', attachments: [], parentId: 'r1' });
    expect(texts()).toEqual(['q1', 'r1', 'Better', '…']);
    const anew = shown()[2];
    expect(anew?.siblingIds).toEqual(['q2', anew?.id]);
    await vi.waitFor(() => expect(requests[0]?.[0]).toBe('chat:send'));
    expect(requests[0]?.[1]).toMatchObject({ parentId: 'r1', text: 'Better' });
  });

  it('at the very beginning written anew begins another branch from the root', () => {
    void chat().send(sessionId, { text: 'Better', attachments: [], parentId: null });
    expect(texts()).toEqual(['Better', '…']);
  });

  it('that main refuses leaves everything as it was', async () => {
    answer = async () => refusal;
    const sending = chat().send(sessionId, {
      text: 'Better',
      attachments: [],
      parentId: 'r1',
      models: ['tea:latest', 'soup:latest'],
    });
    await expect(sending).rejects.toMatchObject({ code: 'busy' });
    expect(texts()).toEqual(['q1', 'r1', 'q2', 'Once upon']);
    expect(chat()).toMatchObject({ running: {}, live: {}, beside: {} });
  });

  it('that main refuses leaves what main has sent meanwhile', async () => {
    let refuse: (refused: Answer) => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        refuse = resolve;
      });
    const sending = chat().send(sessionId, { text: 'Mine', attachments: [] });
    await vi.waitFor(() => expect(requests.at(-1)?.[0]).toBe('chat:send'));
    const waited = aMessage('q3', 'r2');
    chat().asked(waited, [anAnswer('r3', 'q3', { status: 'streaming', content: '' })]);
    expect(texts().slice(4)).toEqual(['q3', '…']);
    refuse(refusal);
    await expect(sending).rejects.toMatchObject({ code: 'busy' });
    expect(texts()).toEqual(['q1', 'r1', 'q2', 'Once upon', 'q3', '…']);
  });

  it('to several models shows the first answer in the branch and the others beside it', async () => {
    const models = ['tea:latest', 'soup:latest', 'bread:latest'];
    void chat().send(sessionId, { text: 'Which?', attachments: [], models });
    await vi.waitFor(() => expect(requests[0]?.[0]).toBe('chat:send'));
    const first = shown().at(-1);
    const beside = Object.values(chat().beside);
    expect([first, ...beside].map((each) => each?.model)).toEqual(models);
    expect(chat().running[sessionId]).toEqual([first?.id, ...beside.map(({ id }) => id)]);
    for (const each of beside) expect(each.siblingIds).toEqual(first?.siblingIds);
    expect(requests[0]?.[1]).toMatchObject({
      replies: [first, ...beside].map((each) => ({ replyId: each?.id, model: each?.model })),
    });
  });
});

describe('one of several answers', () => {
  it('ends where it stands, while the others go on', async () => {
    void chat().send(sessionId, { text: 'Which?', attachments: [], models: ['tea:latest', 'soup:latest'] });
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    const first = shown().at(-1);
    const [other] = Object.values(chat().beside);
    if (first === undefined || other === undefined) throw new Error('two answers were asked for');
    chat().ended({
      ...other,
      status: 'failed',
      error: { code: 'model-missing', details: { model: 'soup:latest' } },
    });
    expect(chat().beside[other.id]?.status).toBe('failed');
    expect(chat().running[sessionId]).toEqual([first.id]);
    chat().ended({ ...first, status: 'complete', content: 'Tea.' });
    expect(shown().at(-1)?.content).toBe('Tea.');
    expect(chat().running[sessionId]).toBeUndefined();
  });
});

describe('asking again', () => {
  it('shows the new answer as a sibling, and tells main what it is made from', async () => {
    void chat().retry(sessionId, 'q1', {
      models: ['soup:latest'],
      parameters: { temperature: 0 },
      basis: { kind: 'revise', messageId: 'r1', remark: 'Shorter' },
    });
    expect(texts()).toEqual(['q1', '…']);
    expect(shown()[1]).toMatchObject({ model: 'soup:latest', siblingIds: ['r1', shown()[1]?.id] });
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    expect(requests[0]?.[1]).toMatchObject({
      userMessageId: 'q1',
      basis: { kind: 'revise', messageId: 'r1', remark: 'Shorter' },
      replies: [{ model: 'soup:latest', parameters: { temperature: 0 } }],
    });
  });

  it('comes back to the old answer when main refuses', async () => {
    answer = async () => refusal;
    await expect(chat().retry(sessionId, 'q1')).rejects.toMatchObject({ code: 'busy' });
    expect(texts()).toEqual(['q1', 'r1', 'q2', 'Once upon']);
    expect(chat().running).toEqual({});
  });

  it('asks nothing while the session is answering', async () => {
    chat().started({ sessionId, replyId: 'elsewhere' });
    await chat().retry(sessionId, 'q1');
    expect(requests).toEqual([]);
  });
});

describe('going on with an answer', () => {
  it('keeps its text and lets it grow from its last character', () => {
    void chat().continueReply(stopped);
    expect(shown().at(-1)).toMatchObject({ id: 'r2', status: 'streaming', content: 'Once upon' });
    chat().deltas([{ sessionId, replyId: 'r2', kind: 'content', offset: 9, text: ' a time' }]);
    expect(chat().live['r2']?.content.known).toBe('Once upon a time');
  });

  it('is not undone by its end having been heard of before', () => {
    chat().ended(stopped);
    void chat().continueReply(stopped);
    chat().started({ sessionId, replyId: 'r2' });
    expect(chat().running[sessionId]).toEqual(['r2']);
  });

  it('leaves it as it was when main refuses', async () => {
    answer = async () => refusal;
    await expect(chat().continueReply(stopped)).rejects.toMatchObject({ code: 'busy' });
    expect(shown().at(-1)).toEqual(stopped);
    expect(chat().running).toEqual({});
  });
});

it('shows what main asked by itself after the end of the branch', () => {
  const user = aMessage('q3', 'r2');
  const answering = anAnswer('r3', 'q3', { status: 'streaming', content: '' });
  const state = asked(useChatStore.getState(), user, [answering]);
  expect(state.conversations[sessionId]?.messages.map(({ id }) => id)).toEqual([
    'q1',
    'r1',
    'q2',
    'r2',
    'q3',
    'r3',
  ]);
  expect(state.conversations[sessionId]?.session.activeLeafId).toBe('r3');
  expect(state.running[sessionId]).toEqual(['r3']);
});
