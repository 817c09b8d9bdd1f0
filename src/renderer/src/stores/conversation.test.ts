import { describe, expect, it } from 'vitest';
import type { Message, Session } from '#shared/domain.ts';
import {
  branchOff,
  type Conversation,
  keepNewest,
  mergeOpened,
  prependPage,
  replaceMessage,
} from './conversation.ts';

const session: Session = {
  id: '0123456789',
  projectId: null,
  title: '',
  preview: '',
  model: 'qwen3:8b',
  messageCount: 0,
  createdAt: 0,
  updatedAt: 0,
  systemPrompt: '',
  parameters: {},
  activeLeafId: null,
  isModelChecked: true,
  promptTokens: 0,
  replyTokens: 0,
};

function message(id: string, over: Partial<Message> = {}): Message {
  return {
    id,
    sessionId: session.id,
    parentId: null,
    role: 'assistant',
    content: id,
    thinking: '',
    model: 'qwen3:8b',
    status: 'complete',
    error: null,
    createdAt: 0,
    usage: null,
    siblingIds: [id],
    ...over,
  };
}

function conversation(ids: readonly string[], hasOlder = false): Conversation {
  return { session, messages: ids.map((id) => message(id)), hasOlder };
}

function opened(messages: readonly Message[], hasOlder = false) {
  return { session, page: { messages, hasOlder }, draft: '' };
}

const idsOf = ({ messages }: Conversation) => messages.map(({ id }) => id).join('');

describe('mergeOpened', () => {
  it('keeps the older pages when the new page continues them', () => {
    const merged = mergeOpened(conversation(['a', 'b', 'c']), opened([message('c'), message('d')], true));
    expect(idsOf(merged)).toBe('abcd');
    expect(merged.hasOlder).toBe(false);
  });

  it('forgets the older pages when they do not meet the new one', () => {
    const merged = mergeOpened(conversation(['a', 'b']), opened([message('x')], true));
    expect(idsOf(merged)).toBe('x');
    expect(merged.hasOlder).toBe(true);
  });

  it('does not bring a finished answer back to streaming', () => {
    const merged = mergeOpened(
      conversation(['a', 'b']),
      opened([message('a'), message('b', { status: 'streaming', content: '' })]),
    );
    expect(merged.messages.at(-1)).toMatchObject({ status: 'complete', content: 'b' });
  });
});

describe('pages and branches', () => {
  it('puts an older page before the first message, once', () => {
    const page = { messages: [message('a'), message('b')], hasOlder: false };
    const once = prependPage(conversation(['c'], true), 'c', page);
    expect(idsOf(once)).toBe('abc');
    expect(prependPage(once, 'c', page)).toBe(once);
  });

  it('shows a new answer instead of what followed the question', () => {
    expect(idsOf(branchOff(conversation(['q', 'old', 'x']), 'q', message('new')))).toBe('qnew');
    const untouched = conversation(['q']);
    expect(branchOff(untouched, 'gone', message('new'))).toBe(untouched);
  });

  it('replaces only a message that is shown', () => {
    const shown = conversation(['a']);
    expect(replaceMessage(shown, message('z'))).toBe(shown);
    expect(replaceMessage(shown, message('a', { content: 'longer' })).messages[0]?.content).toBe('longer');
  });

  it('remembers that there is more when it forgets the oldest', () => {
    const kept = keepNewest(conversation(['a', 'b', 'c']), 2);
    expect(idsOf(kept)).toBe('bc');
    expect(kept.hasOlder).toBe(true);
  });
});
