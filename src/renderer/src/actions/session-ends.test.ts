import { beforeEach, expect, it, vi } from 'vitest';
import type { Message, Session } from '#shared/domain.ts';
import { emptyChatState } from '../stores/chat/chat-state.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { aSession } from '../stores/library/testing/library.ts';
import { loadBeginning } from './session-ends.ts';

const aMessage = (id: string) => ({ id, sessionId: 'a', parentId: null, role: 'user' }) as unknown as Message;
const session = { ...aSession('a'), activeLeafId: 'last' } as unknown as Session;
/** Main gives the beginning when a test says so. */
let give: () => void;

beforeEach(() => {
  const beginning = new Promise<unknown>((resolve) => {
    give = () => resolve({ messages: [aMessage('first')], hasOlder: false, hasNewer: true });
  });
  vi.stubGlobal('window', { api: { request: async () => ({ ok: true, value: await beginning }) } });
  useChatStore.setState({
    ...emptyChatState,
    conversations: { a: { session, messages: [aMessage('last')], hasOlder: true, hasNewer: false } },
  });
});

const shown = () => useChatStore.getState().conversations['a']?.messages.map(({ id }) => id);

it('puts the beginning in the place of what is loaded', async () => {
  const loading = loadBeginning('a');
  give();
  expect(await loading).toBe(true);
  expect(shown()).toEqual(['first']);
});

it('leaves the end when somebody went there meanwhile', async () => {
  const loading = loadBeginning('a');
  await useChatStore.getState().loadEnd('a');
  give();
  expect(await loading).toBe(false);
  expect(shown()).toEqual(['last']);
});

it('leaves a question that was asked meanwhile', async () => {
  const loading = loadBeginning('a');
  useChatStore.setState(({ conversations }) => {
    const present = conversations['a'];
    if (present === undefined) throw new Error('the session is loaded');
    const messages = [...present.messages, aMessage('asked')];
    return { conversations: { a: { ...present, messages } } };
  });
  give();
  expect(await loading).toBe(false);
  expect(shown()).toEqual(['last', 'asked']);
});
