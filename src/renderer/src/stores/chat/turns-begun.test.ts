import { beforeEach, expect, it, vi } from 'vitest';
import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { Message } from '#shared/domain.ts';
import { aSession } from '../library/testing/library.ts';
import { emptyChatState } from './chat-state.ts';
import { useChatStore } from './chat-store.ts';
import { newReply, newUserMessage } from './new-messages.ts';

const sessionId = 'a';
const question = (id: string, parentId: string | null): Message => ({
  ...newUserMessage(sessionId, parentId, { content: id, attachments: [], siblingIds: [] }),
  id,
});
const reply = (id: string, parentId: string): Message => ({
  ...newReply(sessionId, parentId, [], 'tea'),
  id,
  status: 'complete',
});

function opened(messages: readonly Message[]): OpenedSession {
  return {
    session: {
      ...aSession(sessionId),
      systemPrompt: '',
      parameters: {},
      activeLeafId: messages.at(-1)?.id ?? null,
      isModelChecked: true,
      promptTokens: 0,
      replyTokens: 0,
      description: '',
      metadata: {},
    },
    page: { messages, hasOlder: false, hasNewer: false },
    draft: { text: '', attachments: [] },
    queue: [],
    edits: [],
  };
}

const before = [question('q1', null), reply('r1', 'q1')];
const other = [question('q1', null), reply('r2', 'q1')];
const after = [...other, question('q2', 'r2'), { ...reply('s2', 'q2'), status: 'streaming' as const }];

/** Requests that wait for their answer, by name. */
let waiting: Map<string, (value: unknown) => void>;
const shown = () => useChatStore.getState().conversations[sessionId]?.messages.map(({ id }) => id);

async function answer(name: string, value: unknown): Promise<void> {
  await vi.waitFor(() => expect(waiting.has(name)).toBe(true));
  waiting.get(name)?.(value);
  waiting.delete(name);
}

beforeEach(async () => {
  waiting = new Map();
  const request = (name: string) =>
    new Promise((resolve) => waiting.set(name, (value) => resolve({ ok: true, value })));
  vi.stubGlobal('window', { api: { request } });
  useChatStore.setState(emptyChatState);
  const opening = useChatStore.getState().open(sessionId);
  await answer('sessions:open', opened(before));
  await opening;
});

it('shows a question that main sent while the answer to a switch of branches was on its way', async () => {
  const switching = useChatStore.getState().selectBranch(sessionId, 'r2');
  const [, , user, replyOfQueue] = after;
  if (user === undefined || replyOfQueue === undefined) throw new Error('a turn was to be asked');
  useChatStore.getState().asked(user, [replyOfQueue]);
  // Read before the question was saved.
  await answer('sessions:open-at', opened(other));
  await answer('sessions:open', opened(after));
  await switching;
  expect(shown()).toEqual(['q1', 'r2', 'q2', 's2']);
  expect(useChatStore.getState().conversations[sessionId]?.session.activeLeafId).toBe('s2');
});

it('shows the branch chosen after main had sent a question on another one', async () => {
  const [, , user, replyOfQueue] = after;
  if (user === undefined || replyOfQueue === undefined) throw new Error('a turn was to be asked');
  useChatStore.getState().asked(user, [replyOfQueue]);
  const switching = useChatStore.getState().selectBranch(sessionId, 'r1');
  await answer('sessions:open-at', opened(before));
  await switching;
  expect(shown()).toEqual(['q1', 'r1']);
});

it('waits until main has a question asked meanwhile, and reads the branch with it', async () => {
  const switching = useChatStore.getState().selectBranch(sessionId, 'r2');
  const sending = useChatStore.getState().send(sessionId, { text: 'Next', attachments: [] });
  await vi.waitFor(() => expect(waiting.has('chat:send')).toBe(true));
  await answer('sessions:open-at', opened(other));
  expect(waiting.has('sessions:open')).toBe(false);
  await answer('chat:send', { user: question('q2', 'r2'), replies: [reply('s2', 'q2')] });
  await answer('sessions:open', opened(after));
  await Promise.all([switching, sending]);
  expect(shown()).toEqual(['q1', 'r2', 'q2', 's2']);
});

it('leaves a question in view that waits for a change of the session, whatever was read before it', async () => {
  const switching = useChatStore.getState().selectBranch(sessionId, 'r2');
  const updating = useChatStore.getState().updateSession(sessionId, { model: 'soup' });
  const sending = useChatStore.getState().send(sessionId, { text: 'Next', attachments: [] });
  await answer('sessions:open-at', opened(other));
  expect(shown()).toHaveLength(4);
  await answer('sessions:update', opened(other).session);
  await answer('chat:send', { user: question('q2', 'r2'), replies: [reply('s2', 'q2')] });
  await answer('sessions:open', opened(after));
  await Promise.all([switching, updating, sending]);
  expect(shown()).toEqual(['q1', 'r2', 'q2', 's2']);
});

it('reads nothing anew before main has the question that waits', async () => {
  const updating = useChatStore.getState().updateSession(sessionId, { model: 'soup' });
  const sending = useChatStore.getState().send(sessionId, { text: 'Next', attachments: [] });
  await vi.waitFor(() => expect(shown()).toHaveLength(4));
  const opening = useChatStore.getState().open(sessionId);
  await answer('sessions:update', opened(before).session);
  await vi.waitFor(() => expect(waiting.has('chat:send')).toBe(true));
  expect(waiting.has('sessions:open')).toBe(false);
  await answer('chat:send', { user: question('q2', 'r2'), replies: [reply('s2', 'q2')] });
  await answer('sessions:open', opened(after));
  await Promise.all([updating, sending, opening]);
  expect(shown()).toEqual(['q1', 'r2', 'q2', 's2']);
});
