import { create } from 'zustand';
import type { ChatDelta, RunningReply } from '#shared/contract/chat.ts';
import type { OpenedSession, SessionChanges } from '#shared/contract/sessions.ts';
import type { Message, MessageId, Session, SessionId, SessionSummary } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';
import {
  type ChatState,
  deltasArrived,
  emptyChatState,
  messageRead,
  repliesMissingText,
  replyEnded,
  replyRefused,
  replyStarted,
  sessionForgotten,
  sessionOpened,
  withConversation,
  withJournalError,
  without,
} from './chat-state.ts';
import {
  appendMessages,
  branchOff,
  type Conversation,
  replaceMessage,
  withActiveLeaf,
  withoutMessages,
  withSummary,
} from './conversation.ts';
import { type ConversationChange, openWhereLeft, readNewer, readOlder } from './message-pages.ts';
import { newReply, newUserMessage } from './new-messages.ts';
import { forgetPlace } from './places.ts';

interface ChatActions {
  /** Shows a session where it was left. Gives what main knows of it, or null when it cannot be opened. */
  open(sessionId: SessionId): Promise<OpenedSession | null>;
  /** Shows a session at a message, whatever branch that is on. Throws when there is no such message (any more). */
  openAt(sessionId: SessionId, messageId: MessageId): Promise<OpenedSession>;
  close(): void;
  /** The page above or below what is loaded. With `mayDrop` the other end is shortened when that is too much. */
  loadOlder(sessionId: SessionId, mayDrop: boolean): Promise<void>;
  loadNewer(sessionId: SessionId, mayDrop: boolean): Promise<void>;
  /** Loads the end of the active branch, unless it is loaded. */
  loadEnd(sessionId: SessionId): Promise<void>;
  /** The last messages of the active branch, whatever part of it is shown. */
  readEnd(sessionId: SessionId): Promise<readonly Message[]>;
  /** A message and everything below it goes to the trash; what stays is shown at once. */
  trashBranch(sessionId: SessionId, messageId: MessageId): Promise<void>;
  /** Messages went away or came back: reads what is shown again. */
  readAnew(sessionId: SessionId): Promise<void>;
  /** Shows question and empty answer at once. Throws when main refuses; then nothing was saved. */
  send(sessionId: SessionId, text: string): Promise<void>;
  /** Asks again; the answers so far stay reachable. Throws when main refuses. */
  retry(sessionId: SessionId, userMessageId: MessageId): Promise<void>;
  stop(sessionId: SessionId): Promise<void>;
  selectBranch(sessionId: SessionId, messageId: MessageId): Promise<void>;
  updateSession(sessionId: SessionId, changes: SessionChanges): Promise<void>;

  loadRunning(): Promise<void>;
  started(reply: RunningReply): void;
  deltas(deltas: readonly ChatDelta[]): void;
  ended(reply: Message): void;
  journal(replyId: MessageId, error: ErrorReport | null): void;
  summaryChanged(summary: SessionSummary): void;
  forget(sessionId: SessionId): void;
}

/** The conversations of this window and the answers being written in them. */
export const useChatStore = create<ChatState & ChatActions>()((set, get) => ({
  ...emptyChatState,

  async open(sessionId) {
    set(({ opening }) => ({ openSessionId: sessionId, opening: { ...opening, [sessionId]: 'loading' } }));
    try {
      const opened = await openWhereLeft(sessionId);
      set((state) => sessionOpened(state, opened, Date.now()));
      return opened;
    } catch (thrown) {
      set(({ opening }) => ({ opening: { ...opening, [sessionId]: toErrorReport(thrown) } }));
      return null;
    }
  },

  async openAt(sessionId, messageId) {
    const opened = await api.request('sessions:open-at', { sessionId, messageId });
    set((state) => ({ ...sessionOpened(state, opened, Date.now()), openSessionId: sessionId }));
    return opened;
  },

  close: () => set({ openSessionId: null }),

  loadOlder: (sessionId, mayDrop) =>
    loadPage(sessionId, 'loadingOlder', (conversation) => readOlder(conversation, mayDrop)),

  loadNewer: (sessionId, mayDrop) =>
    loadPage(sessionId, 'loadingNewer', (conversation) => readNewer(conversation, mayDrop)),

  async loadEnd(sessionId) {
    forgetPlace(sessionId);
    if (!get().conversations[sessionId]?.hasNewer) return;
    const opened = await api.request('sessions:open', { sessionId });
    set((state) => sessionOpened(state, opened, Date.now()));
  },

  async readEnd(sessionId) {
    const conversation = get().conversations[sessionId];
    if (conversation?.hasNewer === false) return conversation.messages;
    return (await api.request('sessions:open', { sessionId })).page.messages;
  },

  async trashBranch(sessionId, messageId) {
    trashingBranch.add(sessionId);
    try {
      const opened = await api.request('messages:trash-branch', { sessionId, messageId });
      set((state) => sessionOpened(state, opened, Date.now()));
    } finally {
      trashingBranch.delete(sessionId);
    }
  },

  async readAnew(sessionId) {
    // What main answers to this window says it all.
    if (get().conversations[sessionId] === undefined || trashingBranch.has(sessionId)) return;
    const isShown = get().openSessionId === sessionId;
    const opened = isShown ? await openWhereLeft(sessionId) : null;
    set((state) => {
      const forgotten = { ...state, conversations: without(state.conversations, sessionId) };
      return opened === null ? forgotten : sessionOpened(forgotten, opened, Date.now());
    });
  },

  async send(sessionId, text) {
    // A question follows the end of the branch, wherever one is reading.
    await get().loadEnd(sessionId);
    const conversation = get().conversations[sessionId];
    if (conversation === undefined) return;
    const parentId = conversation.messages.at(-1)?.id ?? null;
    const user = newUserMessage(sessionId, parentId, text);
    const reply = newReply(sessionId, user.id, [], conversation.session.model);
    const ids = { sessionId, replyId: reply.id };
    set((state) =>
      replyStarted(
        withConversation(state, sessionId, (present) => appendMessages(present, [user, reply])),
        ids,
      ),
    );
    try {
      // A model chosen just before is the one that has to answer.
      await updates.get(sessionId)?.catch(() => undefined);
      const saved = await api.request('chat:send', {
        ...ids,
        parentId,
        userMessageId: user.id,
        text,
      });
      set((state) =>
        withConversation(state, sessionId, (present) =>
          withActiveLeaf(replaceMessage(replaceMessage(present, saved.user), saved.reply), reply.id),
        ),
      );
    } catch (thrown) {
      set((state) =>
        replyRefused(
          withConversation(state, sessionId, (present) => withoutMessages(present, [user.id, reply.id])),
          ids,
        ),
      );
      throw thrown;
    }
  },

  async retry(sessionId, userMessageId) {
    const before = get().conversations[sessionId];
    if (before === undefined || get().running[sessionId] !== undefined) return;
    const replaced = before.messages.find((message) => message.parentId === userMessageId);
    const reply = newReply(sessionId, userMessageId, replaced?.siblingIds ?? [], before.session.model);
    const ids = { sessionId, replyId: reply.id };
    set((state) =>
      replyStarted(
        withConversation(state, sessionId, (present) => branchOff(present, userMessageId, reply)),
        ids,
      ),
    );
    try {
      await updates.get(sessionId)?.catch(() => undefined);
      const saved = await api.request('chat:retry', { ...ids, userMessageId });
      set((state) =>
        withConversation(state, sessionId, (present) =>
          withActiveLeaf(replaceMessage(present, saved.reply), reply.id),
        ),
      );
    } catch (thrown) {
      set((state) =>
        replyRefused(
          withConversation(state, sessionId, () => before),
          ids,
        ),
      );
      throw thrown;
    }
  },

  async stop(sessionId) {
    await api.request('chat:stop', { sessionId });
  },

  async selectBranch(sessionId, messageId) {
    // Around the message, so that it stays in view in a branch of any length.
    const opened = await api.request('sessions:open-at', { sessionId, messageId });
    set((state) => sessionOpened(state, opened, Date.now()));
  },

  async updateSession(sessionId, changes) {
    const update = api.request('sessions:update', { sessionId, changes });
    updates.set(sessionId, update);
    const session = await update;
    set((state) => withConversation(state, sessionId, (present) => ({ ...present, session })));
  },

  async loadRunning() {
    const running = await api.request('chat:running');
    set((state) => running.reduce(replyStarted, state));
  },

  started: (reply) => set((state) => replyStarted(state, reply)),

  deltas(deltas) {
    set((state) => deltasArrived(state, deltas, Date.now()));
    for (const { sessionId, replyId } of repliesMissingText(get())) void readAgain(sessionId, replyId);
  },

  ended: (reply) => set((state) => replyEnded(state, reply)),

  journal: (replyId, error) => set((state) => withJournalError(state, replyId, error)),

  summaryChanged: (summary) =>
    set((state) => withConversation(state, summary.id, (present) => withSummary(present, summary))),

  forget: (sessionId) => set((state) => sessionForgotten(state, sessionId)),
}));

/** Sessions this window is taking messages out of. */
const trashingBranch = new Set<SessionId>();

/** The last change of each session on its way to main. */
const updates = new Map<SessionId, Promise<Session>>();

/** One page at a time for each end; `read` gives what to do with it, or null when there is nothing to read. */
async function loadPage(
  sessionId: SessionId,
  loading: 'loadingOlder' | 'loadingNewer',
  read: (conversation: Conversation) => Promise<ConversationChange | null>,
): Promise<void> {
  const { getState: get, setState: set } = useChatStore;
  const conversation = get().conversations[sessionId];
  if (conversation === undefined || get()[loading][sessionId] === 'loading') return;
  set((state) => ({ [loading]: { ...state[loading], [sessionId]: 'loading' } }));
  try {
    const add = await read(conversation);
    set((state) => ({
      ...(add === null ? state : withConversation(state, sessionId, add)),
      [loading]: without(state[loading], sessionId),
    }));
  } catch (thrown) {
    const error = toErrorReport(thrown);
    set((state) => ({ [loading]: { ...state[loading], [sessionId]: error } }));
  }
}

const beingRead = new Set<MessageId>();

/** Fills a hole in a live text from main, one request at a time for each answer. */
async function readAgain(sessionId: SessionId, replyId: MessageId): Promise<void> {
  if (beingRead.has(replyId)) return;
  beingRead.add(replyId);
  try {
    const message = await api.request('messages:get', { sessionId, messageId: replyId });
    useChatStore.setState((state) => messageRead(state, message, Date.now()));
  } catch {
    // The next piece asks again; the end of the answer brings the whole text anyway.
  } finally {
    beingRead.delete(replyId);
  }
}
