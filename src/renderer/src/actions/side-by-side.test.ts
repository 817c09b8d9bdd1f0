import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WantedReply } from '#shared/contract/chat.ts';
import { emptyChatState } from '../stores/chat/chat-state.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { newReply } from '../stores/chat/new-messages.ts';
import { useSideBySideStore } from '../stores/chat/side-by-side-store.ts';
import { aSession } from '../stores/library/testing/library.ts';
import { askOnceMore, followSeveralAnswers } from './side-by-side.ts';

const sessionId = 'a';
const session = {
  ...aSession(sessionId),
  systemPrompt: '',
  parameters: {},
  activeLeafId: null,
  isModelChecked: true,
  promptTokens: 0,
  replyTokens: 0,
  description: '',
  metadata: {},
};
const [one, two] = [newReply(sessionId, 'q', [], 'tea'), newReply(sessionId, 'q', [], 'soup')];
const forks = () => useSideBySideStore.getState().forks;
let unfollow = () => {};

beforeEach(() => {
  useSideBySideStore.setState({ forks: {} });
  useChatStore.setState({
    ...emptyChatState,
    conversations: { [sessionId]: { session, messages: [one], hasOlder: false, hasNewer: false } },
    beside: { [two.id]: two },
  });
  unfollow = followSeveralAnswers();
});
afterEach(() => unfollow());

it('lays answers that begin together side by side', () => {
  useChatStore.setState({ running: { [sessionId]: [one.id, two.id] } });
  expect(forks()).toEqual({ q: [one.id, two.id] });
});

it('leaves one answer alone, and folded ones folded', () => {
  useChatStore.setState({ running: { [sessionId]: [one.id] } });
  useChatStore.setState({ running: { [sessionId]: [one.id, two.id] } });
  expect(forks()).toEqual({});
});

it('leaves answers alone of which it does not know the question: a page loaded again remembers by itself', () => {
  useChatStore.setState({ running: { [sessionId]: ['x', 'y'] } });
  expect(forks()).toEqual({});
});

it('asks the model of a column once more, whose answer stands beside the others or in the place of its first', async () => {
  const asked: unknown[] = [];
  const request = async (_: string, input: { readonly replies: readonly WantedReply[] }) => {
    asked.push(...input.replies.map(({ model }) => model));
    return { ok: true, value: { replies: [] } };
  };
  vi.stubGlobal('window', { api: { request } });
  const ids = [one.id, two.id, 'x', 'y'];
  const column = { ...two, siblingIds: ids };
  useSideBySideStore.setState({ forks: { q: [one.id, two.id] } });
  await askOnceMore(column);
  const third = forks()['q']?.[2];
  expect(forks()).toEqual({ q: [one.id, two.id, third] });
  expect(third).toEqual(expect.any(String));

  useChatStore.setState({ running: {} });
  useSideBySideStore.setState({ forks: { q: ids } });
  await askOnceMore(column, { models: ['broth'] });
  expect(forks()['q']).toEqual([one.id, expect.not.stringMatching(two.id), 'x', 'y']);

  useChatStore.setState({ running: {} });
  useSideBySideStore.setState({ forks: {} });
  await askOnceMore(column);
  expect(forks()).toEqual({});
  expect(asked).toEqual(['soup', 'broth', null]);
});

it('lets the columns stand as they were when asking once more is refused', async () => {
  const refused = { code: 'unexpected', details: {} };
  vi.stubGlobal('window', { api: { request: async () => ({ ok: false, error: refused }) } });
  const ids = [one.id, two.id, 'x', 'y'];
  useSideBySideStore.setState({ forks: { q: ids } });
  await expect(askOnceMore({ ...two, siblingIds: ids })).rejects.toThrow();
  expect(forks()).toEqual({ q: ids });
});
