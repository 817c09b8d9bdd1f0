import { create } from 'zustand';
import type { ChatDelta, RunningReply } from '#shared/contract/chat.ts';
import type { OpenedSession, SessionChanges } from '#shared/contract/library.ts';
import type { Message, MessageId, Session, SessionId, SessionSummary } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../api.ts';
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
  keepNewest,
  prependPage,
  replaceMessage,
  withoutMessages,
  withSummary,
} from './conversation.ts';
import { newReply, newUserMessage } from './new-messages.ts';

/** Messages read at once when scrolling up. */
const olderPageSize = 50;
/** Messages kept when the user goes back to the end. */
const newestKept = 100;

interface ChatActions {
  /** Shows a session; null shows none. Gives what main knows of it, or null when it cannot be opened. */
  open(sessionId: SessionId): Promise<OpenedSession | null>;
  close(): void;
  loadOlder(sessionId: SessionId): Promise<void>;
  /** Shows question and empty answer at once. Throws when main refuses; then nothing was saved. */
  send(sessionId: SessionId, text: string): Promise<void>;
  /** Asks again; the answers so far stay reachable. Throws when main refuses. */
  retry(sessionId: SessionId, userMessageId: MessageId): Promise<void>;
  stop(sessionId: SessionId): Promise<void>;
  selectBranch(sessionId: SessionId, messageId: MessageId): Promise<void>;
  updateSession(sessionId: SessionId, changes: SessionChanges): Promise<void>;
  /** Back at the end: what was read far back is forgotten. */
  forgetOlder(sessionId: SessionId): void;

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
      const opened = await api.request('sessions:open', { sessionId });
      set((state) => sessionOpened(state, opened, Date.now()));
      return opened;
    } catch (thrown) {
      set(({ opening }) => ({ opening: { ...opening, [sessionId]: toErrorReport(thrown) } }));
      return null;
    }
  },

  close: () => set({ openSessionId: null }),

  async loadOlder(sessionId) {
    const conversation = get().conversations[sessionId];
    const beforeId = conversation?.messages[0]?.id;
    if (beforeId === undefined || !conversation?.hasOlder || get().loadingOlder[sessionId] === 'loading')
      return;
    set(({ loadingOlder }) => ({ loadingOlder: { ...loadingOlder, [sessionId]: 'loading' } }));
    try {
      const page = await api.request('sessions:older', { sessionId, beforeId, limit: olderPageSize });
      set((state) => ({
        ...withConversation(state, sessionId, (present) => prependPage(present, beforeId, page)),
        loadingOlder: without(state.loadingOlder, sessionId),
      }));
    } catch (thrown) {
      const error = toErrorReport(thrown);
      set(({ loadingOlder }) => ({ loadingOlder: { ...loadingOlder, [sessionId]: error } }));
    }
  },

  async send(sessionId, text) {
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
          replaceMessage(replaceMessage(present, saved.user), saved.reply),
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
      set((state) => withConversation(state, sessionId, (present) => replaceMessage(present, saved.reply)));
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
    const opened = await api.request('sessions:select-branch', { sessionId, messageId });
    set((state) => sessionOpened(state, opened, Date.now()));
  },

  async updateSession(sessionId, changes) {
    const update = api.request('sessions:update', { sessionId, changes });
    updates.set(sessionId, update);
    const session = await update;
    set((state) => withConversation(state, sessionId, (present) => ({ ...present, session })));
  },

  forgetOlder: (sessionId) =>
    set((state) => withConversation(state, sessionId, (present) => keepNewest(present, newestKept))),

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

/** The last change of each session on its way to main. */
const updates = new Map<SessionId, Promise<Session>>();

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
