import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyChatState } from '../stores/chat/chat-state.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { newReply } from '../stores/chat/new-messages.ts';
import { useSideBySideStore } from '../stores/chat/side-by-side-store.ts';
import { aSession } from '../stores/library/testing/library.ts';
import { followSeveralAnswers } from './side-by-side.ts';

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
