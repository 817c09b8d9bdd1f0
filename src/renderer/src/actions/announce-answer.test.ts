import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyChatState } from '../stores/chat/chat-state.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { applyDelta, newLiveReply } from '../stores/chat/live-reply.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { announceGrowingAnswers } from './announce-answer.ts';

const sessionId = '00000000aa';
const replyId = 'r1';
let stop = () => {};
const said: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  useChatStore.setState({ ...emptyChatState, openSessionId: sessionId });
  said.length = 0;
  const unsubscribe = useNoticesStore.subscribe(({ announcement }) => said.push(announcement.sentence));
  const end = announceGrowingAnswers();
  stop = () => {
    end();
    unsubscribe();
  };
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

function start(id = replyId, session = sessionId): void {
  const reply = newLiveReply({ sessionId: session, replyId: id });
  useChatStore.setState(({ live }) => ({ live: { ...live, [id]: reply } }));
}

function write(text: string): void {
  const { live } = useChatStore.getState();
  const reply = live[replyId];
  if (reply === undefined) throw new Error('not started');
  const delta = { sessionId, replyId, kind: 'content', offset: reply.content.known.length, text } as const;
  useChatStore.setState({ live: { ...live, [replyId]: applyDelta(reply, delta, 0) } });
}

it('says that an answer begins, then its whole sentences, not its pieces', () => {
  start();
  write('One is ');
  write('whole. Two is n');
  expect(said).toHaveLength(1);
  vi.runAllTimers();
  expect(said.slice(1)).toEqual(['One is whole.']);
  write('ot. Three ');
  vi.runAllTimers();
  expect(said.slice(2)).toEqual(['Two is not.']);
});

it('waits between two announcements, however fast the answer is', () => {
  start();
  for (let number = 0; number < 500; number += 1) write(`Sentence ${number}. `);
  expect(said).toHaveLength(1);
  vi.runAllTimers();
  expect(said).toHaveLength(2);
  expect(said[1]).toContain('Sentence 0. Sentence 1.');
});

it('names a block of code and reads none of it', () => {
  start();
  write('Look.\n\n```js\nlet secret;\n```\n\nDone. And');
  vi.runAllTimers();
  expect(said[1]).toContain('Code block, js.');
  expect(said.join(' ')).not.toContain('secret');
});

it('is silent about answers of other sessions', () => {
  start('r2', '00000000bb');
  vi.runAllTimers();
  expect(said).toEqual([]);
});

it('goes on where one is when a session is shown in the middle of its answer', () => {
  useChatStore.setState({ openSessionId: null });
  start();
  write('One is whole. Two ');
  useChatStore.setState({ openSessionId: sessionId });
  write('is too. Three');
  vi.runAllTimers();
  expect(said).toEqual(['Two is too.']);
});
