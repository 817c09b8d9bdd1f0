import { describe, expect, it } from 'vitest';
import type { Message, Session } from '#shared/domain.ts';
import {
  appendPage,
  branchOff,
  type Conversation,
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
  tagIds: [],
  isPinned: false,
  isArchived: false,
  isUnread: false,
  description: '',
  metadata: {},
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
    editedAt: null,
    usage: null,
    attachments: [],
    siblingIds: [id],
    ...over,
  };
}

interface Edges {
  readonly hasOlder?: boolean;
  readonly hasNewer?: boolean;
}

function conversation(ids: string, { hasOlder = false, hasNewer = false }: Edges = {}): Conversation {
  return { session, messages: Array.from(ids, (id) => message(id)), hasOlder, hasNewer };
}

function opened(messages: string | readonly Message[], edges: Edges = {}, over: Partial<Session> = {}) {
  const { hasOlder = false, hasNewer = false } = edges;
  const all = typeof messages === 'string' ? Array.from(messages, (id) => message(id)) : messages;
  return {
    session: { ...session, ...over },
    page: { messages: all, hasOlder, hasNewer },
    draft: { text: '', attachments: [] },
    queue: [],
    edits: [],
  };
}

const shown = ({ messages, hasOlder, hasNewer }: Conversation) =>
  `${hasOlder ? '<' : ''}${messages.map(({ id }) => id).join('')}${hasNewer ? '>' : ''}`;
const idsOf = ({ messages }: Conversation) => messages.map(({ id }) => id).join('');

describe('what main answered, laid over what is there', () => {
  it('keeps what is loaded above when the page continues it', () => {
    expect(shown(mergeOpened(conversation('abc'), opened('cd', { hasOlder: true })))).toBe('abcd');
  });

  it('forgets what does not meet it', () => {
    expect(shown(mergeOpened(conversation('ab'), opened('x', { hasOlder: true })))).toBe('<x');
  });

  it('takes what lies above what is loaded', () => {
    expect(
      shown(mergeOpened(conversation('cd', { hasOlder: true }), opened('abc', { hasNewer: true }))),
    ).toBe('abcd');
  });

  it('keeps what is loaded below on the same branch only', () => {
    const before = conversation('abcdef', { hasOlder: true, hasNewer: true });
    const page = { hasOlder: true, hasNewer: true };
    expect(shown(mergeOpened(before, opened('cd', page)))).toBe('<abcdef>');
    expect(shown(mergeOpened(before, opened('cd', page, { activeLeafId: 'z' })))).toBe('<abcd>');
    expect(shown(mergeOpened(before, opened('cd', { hasOlder: true })))).toBe('<abcd');
  });

  it('does not bring a finished answer back to streaming', () => {
    const merged = mergeOpened(
      conversation('ab'),
      opened([message('a'), message('b', { status: 'streaming', content: '' })]),
    );
    expect(merged.messages.at(-1)).toMatchObject({ status: 'complete', content: 'b' });
  });
});

describe('pages and branches', () => {
  const page = (ids: string, edges: Edges = {}) => opened(ids, edges).page;

  it('puts an older page before the first message, once', () => {
    const once = prependPage(conversation('c', { hasOlder: true }), 'c', page('ab', { hasNewer: true }), 9);
    expect(shown(once)).toBe('abc');
    expect(prependPage(once, 'c', page('ab'), 9)).toBe(once);
  });

  it('puts a newer page behind the last message, once, and not behind an end', () => {
    const once = appendPage(conversation('a', { hasNewer: true }), 'a', page('bc', { hasOlder: true }), 9);
    expect(shown(once)).toBe('abc');
    expect(appendPage(once, 'a', page('bc'), 9)).toBe(once);
    const end = conversation('a');
    expect(appendPage(end, 'a', page('bc'), 9)).toBe(end);
  });

  it('drops the far end of what gets too long, and remembers that there is more', () => {
    const older = prependPage(
      conversation('cde', { hasOlder: true }),
      'c',
      page('ab', { hasOlder: true }),
      4,
    );
    expect(shown(older)).toBe('<abcd>');
    expect(shown(appendPage(older, 'd', page('ef'), 4))).toBe('<cdef');
  });

  it('shows a new answer instead of what followed the question', () => {
    expect(idsOf(branchOff(conversation('qox', { hasNewer: true }), 'q', [message('n')]))).toBe('qn');
    const untouched = conversation('q');
    expect(branchOff(untouched, 'gone', [message('new')])).toBe(untouched);
  });

  it('replaces only a message that is shown', () => {
    const before = conversation('a');
    expect(replaceMessage(before, message('z'))).toBe(before);
    expect(replaceMessage(before, message('a', { content: 'longer' })).messages[0]?.content).toBe('longer');
  });
});
