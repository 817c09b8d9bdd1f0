import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatDelta } from '#shared/contract/chat.ts';
import type { Message, Session } from '#shared/domain.ts';
import {
  type ChatState,
  deltasArrived,
  emptyChatState,
  messageRead,
  repliesMissingText,
  replyEnded,
  replyStarted,
  sessionOpened,
} from './chat-state.ts';

const sessionId = '0123456789';
const session: Session = {
  id: sessionId,
  projectId: null,
  title: '',
  preview: '',
  model: 'qwen3:8b',
  messageCount: 2,
  createdAt: 0,
  updatedAt: 0,
  systemPrompt: '',
  parameters: {},
  activeLeafId: 'reply',
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
const streaming: Message = {
  id: 'reply',
  sessionId,
  parentId: 'question',
  role: 'assistant',
  content: '',
  thinking: '',
  model: 'qwen3:8b',
  status: 'streaming',
  error: null,
  createdAt: 0,
  editedAt: null,
  usage: null,
  attachments: [],
  siblingIds: ['reply'],
};

function open(state: ChatState, reply: Message): ChatState {
  return sessionOpened(
    state,
    {
      session,
      page: { messages: [reply], hasOlder: false, hasNewer: false },
      draft: { text: '', attachments: [] },
      queue: [],
      edits: [],
    },
    0,
  );
}

function piece(offset: number, text: string, over: Partial<ChatDelta> = {}): ChatDelta {
  return { sessionId, replyId: 'reply', kind: 'content', offset, text, ...over };
}

const answering = open(emptyChatState, streaming);
const shownText = (state: ChatState) => state.live['reply']?.content.known;
const shownReply = (state: ChatState) => state.conversations[sessionId]?.messages[0];

describe('an answer being written', () => {
  it('continues from the text main had when the session was opened', () => {
    const opened = open(emptyChatState, { ...streaming, content: 'Hello' });
    expect(shownText(deltasArrived(opened, [piece(3, 'lo, you')], 0))).toBe('Hello, you');
  });

  it('keeps pieces that came while the session was being opened', () => {
    const running = replyStarted(emptyChatState, { sessionId, replyId: 'reply' });
    const early = deltasArrived(running, [piece(5, ', you')], 0);
    expect(repliesMissingText(early)).toEqual([]);
    expect(shownText(open(early, { ...streaming, content: 'Hello' }))).toBe('Hello, you');
  });

  it('asks for a missing piece and goes on once it is there', () => {
    const gap = deltasArrived(answering, [piece(0, 'Hel'), piece(5, ', you')], 0);
    expect(repliesMissingText(gap)).toHaveLength(1);
    const filled = messageRead(gap, { ...streaming, content: 'Hello' }, 0);
    expect(shownText(filled)).toBe('Hello, you');
    expect(repliesMissingText(filled)).toEqual([]);
  });

  it('ignores pieces of answers that are not running', () => {
    expect(deltasArrived(answering, [piece(0, 'x', { replyId: 'other' })], 0)).toBe(answering);
    const done = replyEnded(answering, { ...streaming, status: 'complete', content: 'All' });
    expect(deltasArrived(done, [piece(0, 'All of it')], 0)).toBe(done);
  });

  it('stays ended when the news of its start or an older row comes late', () => {
    const done = replyEnded(answering, { ...streaming, status: 'stopped', content: 'All' });
    const late = open(replyStarted(done, { sessionId, replyId: 'reply' }), streaming);
    expect(late.running).toEqual({});
    expect(shownReply(late)).toMatchObject({ status: 'stopped', content: 'All' });
  });

  it('takes a finished answer as main reads it later: it may have siblings by then', () => {
    const ended: Message = { ...streaming, status: 'complete', content: 'All' };
    const read = open(replyEnded(answering, ended), { ...ended, siblingIds: ['reply', 'newer'] });
    expect(shownReply(read)?.siblingIds).toEqual(['reply', 'newer']);
  });

  it('shows the text of the row at the end, whatever arrived before and in which order', () => {
    const arrivals = fc.array(
      fc.record({
        offset: fc.nat({ max: 40 }),
        text: fc.string({ maxLength: 10 }),
        kind: fc.constantFrom('content' as const, 'thinking' as const),
        replyId: fc.constantFrom('reply', 'other'),
      }),
    );
    fc.assert(
      fc.property(arrivals, fc.string(), (deltas, content) => {
        const state = deltasArrived(
          answering,
          deltas.map((each) => ({ sessionId, ...each })),
          0,
        );
        const done = replyEnded(state, { ...streaming, status: 'complete', content });
        expect(shownReply(done)).toMatchObject({ status: 'complete', content });
        expect(done.live).toEqual({});
        expect(done.running).toEqual({});
      }),
    );
  });
});
