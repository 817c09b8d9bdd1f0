import { create } from 'zustand';
import type { ChatDelta, RunningReply } from '#shared/contract/chat.ts';
import type { OpenedSession, SessionChanges } from '#shared/contract/sessions.ts';
import type { Message, MessageId, Session, SessionId, SessionSummary } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';
import { type AskAgain, ask, askAgain, asked, goOn, type Question } from './asking.ts';
import { isChangingTree, whileChangingTree } from './changing-tree.ts';
import {
  besideRead,
  type ChatState,
  deltasArrived,
  emptyChatState,
  messageRead,
  repliesMissingText,
  replyEnded,
  replyStarted,
  sessionForgotten,
  sessionOpened,
  withConversation,
  withJournalError,
  without,
} from './chat-state.ts';
import { type Conversation, withSummary } from './conversation.ts';
import { noteEndAsked } from './ends-asked.ts';
import { type ConversationChange, openWhereLeft, readNewer, readOlder } from './message-pages.ts';
import { forgetPlace } from './places.ts';
import { updateInOrder } from './session-updates.ts';
import { noteTurn, readInOrder } from './turns-begun.ts';

interface ChatActions {
  /** Shows a session where it was left. Gives what main knows of it, or null when it cannot be opened. */
  open(sessionId: SessionId): Promise<OpenedSession | null>;
  /** Shows a session at a message, whatever branch that is on. Throws when there is no such message (any more). */
  /**
   * Reads the page around a message, whose branch becomes the active one. Not wanted any more when it is here, it leaves
   * what is loaded.
   */
  readAt(sessionId: SessionId, messageId: MessageId, isWanted?: () => boolean): Promise<OpenedSession>;
  /** Shows a session that was read. */
  show(sessionId: SessionId): void;
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
  /** Shows question and empty answers at once. Throws when main refuses; then nothing was saved. */
  send(sessionId: SessionId, question: Question): Promise<void>;
  /** Asks again; the answers so far stay reachable. Throws when main refuses. */
  retry(sessionId: SessionId, userMessageId: MessageId, how?: AskAgain): Promise<void>;
  /** Goes on with an answer that did not come to its end. Throws when main refuses. */
  continueReply(message: Message): Promise<void>;
  /** Of one answer, or of all of the session. */
  stop(sessionId: SessionId, replyId?: MessageId): Promise<void>;
  /** Reads messages of other branches, to be shown beside the active one. */
  loadBeside(sessionId: SessionId, messageIds: readonly MessageId[]): Promise<void>;
  selectBranch(sessionId: SessionId, messageId: MessageId): Promise<void>;
  /** Gives the session as it is then. Changes of one session are made one after the other. */
  updateSession(sessionId: SessionId, changes: SessionChanges): Promise<Session>;

  loadRunning(): Promise<void>;
  started(reply: RunningReply): void;
  /** Main sent a question by itself. */
  asked(user: Message, replies: readonly Message[]): void;
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
      const opened = await readInOrder(sessionId, () => openWhereLeft(sessionId));
      set((state) => sessionOpened(state, opened, Date.now()));
      return opened;
    } catch (thrown) {
      set(({ opening }) => ({ opening: { ...opening, [sessionId]: toErrorReport(thrown) } }));
      return null;
    }
  },

  async readAt(sessionId, messageId, isWanted = () => true) {
    const opened = await readInOrder(sessionId, () =>
      api.request('sessions:open-at', { sessionId, messageId }),
    );
    if (isWanted()) set((state) => sessionOpened(state, opened, Date.now()));
    return opened;
  },

  show: (sessionId) => set({ openSessionId: sessionId }),
  close: () => set({ openSessionId: null }),

  loadOlder: (sessionId, mayDrop) =>
    loadPage(sessionId, 'loadingOlder', (conversation) => readOlder(conversation, mayDrop)),

  loadNewer: (sessionId, mayDrop) =>
    loadPage(sessionId, 'loadingNewer', (conversation) => readNewer(conversation, mayDrop)),

  async loadEnd(sessionId) {
    forgetPlace(sessionId);
    noteEndAsked(sessionId);
    if (!get().conversations[sessionId]?.hasNewer) return;
    const opened = await readInOrder(sessionId, () => api.request('sessions:open', { sessionId }));
    set((state) => sessionOpened(state, opened, Date.now()));
  },

  async readEnd(sessionId) {
    const conversation = get().conversations[sessionId];
    if (conversation?.hasNewer === false) return conversation.messages;
    return (await api.request('sessions:open', { sessionId })).page.messages;
  },

  async trashBranch(sessionId, messageId) {
    await whileChangingTree(sessionId, async () => {
      const opened = await readInOrder(sessionId, () =>
        api.request('messages:trash-branch', { sessionId, messageId }),
      );
      set((state) => sessionOpened(state, opened, Date.now()));
    });
  },

  async readAnew(sessionId) {
    // What main answers to this window says it all.
    if (get().conversations[sessionId] === undefined || isChangingTree(sessionId)) return;
    const isShown = get().openSessionId === sessionId;
    const opened = isShown ? await readInOrder(sessionId, () => openWhereLeft(sessionId)) : null;
    set((state) => {
      const forgotten = { ...state, conversations: without(state.conversations, sessionId) };
      return opened === null ? forgotten : sessionOpened(forgotten, opened, Date.now());
    });
  },

  async send(sessionId, question) {
    // A question follows the end of the branch, wherever one is reading.
    if (question.parentId === undefined) await get().loadEnd(sessionId);
    await ask({ get, set }, sessionId, question);
  },

  retry: (sessionId, userMessageId, how = {}) => askAgain({ get, set }, sessionId, userMessageId, how),

  continueReply: (message) => goOn({ get, set }, message),

  async stop(sessionId, replyId) {
    await api.request('chat:stop', { sessionId, replyId: replyId ?? null });
  },

  async loadBeside(sessionId, messageIds) {
    const known = get().beside;
    const wanted = messageIds.filter((id) => known[id] === undefined);
    if (wanted.length === 0) return;
    const messages = await api.request('messages:get-some', { sessionId, messageIds: wanted });
    set((state) => besideRead(state, messages, Date.now()));
  },

  async selectBranch(sessionId, messageId) {
    // Around the message, so that it stays in view in a branch of any length.
    const opened = await readInOrder(sessionId, () =>
      api.request('sessions:open-at', { sessionId, messageId }),
    );
    set((state) => sessionOpened(state, opened, Date.now()));
  },

  async updateSession(sessionId, changes) {
    const session = await updateInOrder(sessionId, () =>
      api.request('sessions:update', { sessionId, changes }),
    );
    set((state) => withConversation(state, sessionId, (present) => ({ ...present, session })));
    return session;
  },

  async loadRunning() {
    const running = await api.request('chat:running');
    set((state) => running.reduce(replyStarted, state));
  },

  started: (reply) => set((state) => replyStarted(state, reply)),

  asked(user, replies) {
    noteTurn(user.sessionId);
    set((state) => asked(state, user, replies));
  },

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
