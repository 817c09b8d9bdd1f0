import type { ChatDelta, RunningReply } from '#shared/contract/chat.ts';
import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';
import { type Conversation, mergeOpened, putMessage, replaceMessage } from './conversation.ts';
import { applyDelta, catchUpWith, isMissingText, type LiveReply, newLiveReply } from './live-reply.ts';

/** Conversations kept in memory for a quick return. */
const conversationLimit = 12;
/** Ended answers remembered, for answers of main that were on their way when the end was announced. */
const endedLimit = 64;

export type LoadState = 'loading' | ErrorReport;

export interface ChatState {
  readonly openSessionId: SessionId | null;
  /** Sessions visited, the latest last. */
  readonly conversations: Readonly<Record<SessionId, Conversation>>;
  readonly opening: Readonly<Record<SessionId, LoadState>>;
  readonly loadingOlder: Readonly<Record<SessionId, LoadState>>;
  readonly loadingNewer: Readonly<Record<SessionId, LoadState>>;
  /** Text of the answers being written. */
  readonly live: Readonly<Record<MessageId, LiveReply>>;
  /** Which sessions are answering, and with which answers: the one place that says so. Never an empty list. */
  readonly running: Readonly<Record<SessionId, readonly MessageId[]>>;
  /** Answers shown beside the one of the active branch. */
  readonly beside: Readonly<Record<MessageId, Message>>;
  readonly endedReplies: Readonly<Record<MessageId, Message>>;
}

export const emptyChatState: ChatState = {
  openSessionId: null,
  conversations: {},
  opening: {},
  loadingOlder: {},
  loadingNewer: {},
  live: {},
  running: {},
  beside: {},
  endedReplies: {},
};

export function replyStarted(state: ChatState, started: RunningReply): ChatState {
  if (state.endedReplies[started.replyId] !== undefined) return state;
  const others = (state.running[started.sessionId] ?? []).filter((id) => id !== started.replyId);
  return {
    ...state,
    running: { ...state.running, [started.sessionId]: [...others, started.replyId] },
    live: { ...state.live, [started.replyId]: state.live[started.replyId] ?? newLiveReply(started) },
  };
}

/** A turn that never began: its request was refused. */
export function replyRefused(state: ChatState, refused: RunningReply): ChatState {
  const others = (state.running[refused.sessionId] ?? []).filter((id) => id !== refused.replyId);
  return {
    ...state,
    running:
      others.length === 0
        ? without(state.running, refused.sessionId)
        : { ...state.running, [refused.sessionId]: others },
    live: without(state.live, refused.replyId),
  };
}

/** An answer that had ended is to grow again. */
export function replyReopened(state: ChatState, reply: Message, now: number): ChatState {
  const reopened: Message = { ...reply, status: 'streaming', error: null };
  const open = {
    ...withConversation(state, reply.sessionId, (conversation) => putMessage(conversation, reopened)),
    beside: reply.id in state.beside ? { ...state.beside, [reply.id]: reopened } : state.beside,
    endedReplies: without(state.endedReplies, reply.id),
  };
  return messageRead(open, reopened, now);
}

/** Pieces of answers that are not running (any more) change nothing. */
export function deltasArrived(state: ChatState, deltas: readonly ChatDelta[], now: number): ChatState {
  const live = { ...state.live };
  for (const delta of deltas) {
    if (state.running[delta.sessionId]?.includes(delta.replyId) !== true) continue;
    live[delta.replyId] = applyDelta(live[delta.replyId] ?? newLiveReply(delta), delta, now);
  }
  const isSame = Object.entries(live).every(([id, reply]) => state.live[id] === reply);
  return isSame ? state : { ...state, live };
}

/** The row is the last word on how an answer ended. */
export function replyEnded(state: ChatState, reply: Message): ChatState {
  const refused = replyRefused(state, { sessionId: reply.sessionId, replyId: reply.id });
  return {
    ...withConversation(refused, reply.sessionId, (conversation) => replaceMessage(conversation, reply)),
    beside: reply.id in state.beside ? { ...state.beside, [reply.id]: reply } : state.beside,
    endedReplies: keepLast({ ...state.endedReplies, [reply.id]: reply }, endedLimit),
  };
}

/** Main's answer to opening a session, at its end or at a message. */
export function sessionOpened(state: ChatState, opened: OpenedSession, now: number): ChatState {
  const { id } = opened.session;
  const messages = opened.page.messages.map((message) =>
    message.status === 'streaming' ? (state.endedReplies[message.id] ?? message) : message,
  );
  const page = { ...opened.page, messages };
  const conversation = mergeOpened(state.conversations[id], { ...opened, page });
  const conversations = { ...without(state.conversations, id), [id]: conversation };
  const next: ChatState = {
    ...state,
    conversations: forgetOldest(conversations, state.running),
    opening: without(state.opening, id),
    loadingOlder: without(state.loadingOlder, id),
    loadingNewer: without(state.loadingNewer, id),
  };
  return conversation.messages
    .filter((message) => message.status === 'streaming')
    .reduce((before, message) => messageRead(before, message, now), next);
}

/** A row of an answer as main knows it now, asked for because pieces were missing. */
export function messageRead(state: ChatState, message: Message, now: number): ChatState {
  if (message.status !== 'streaming') return replyEnded(state, message);
  const started = replyStarted(state, { sessionId: message.sessionId, replyId: message.id });
  const reply = started.live[message.id];
  if (reply === undefined) return started;
  return { ...started, live: { ...started.live, [message.id]: catchUpWith(reply, message, now) } };
}

/** Answers read to be shown beside the one of the active branch. */
export function besideRead(state: ChatState, messages: readonly Message[], now: number): ChatState {
  const known = messages.map((message) =>
    message.status === 'streaming' ? (state.endedReplies[message.id] ?? message) : message,
  );
  const beside = { ...state.beside, ...Object.fromEntries(known.map((message) => [message.id, message])) };
  return known
    .filter(({ status }) => status === 'streaming')
    .reduce((before, message) => messageRead(before, message, now), { ...state, beside });
}

/** Answers of loaded conversations with a hole in their text. */
export function repliesMissingText(state: ChatState): readonly LiveReply[] {
  return Object.values(state.live).filter(
    (reply) => isMissingText(reply) && state.conversations[reply.sessionId] !== undefined,
  );
}

export function withJournalError(
  state: ChatState,
  replyId: MessageId,
  journalError: ErrorReport | null,
): ChatState {
  const reply = state.live[replyId];
  return reply === undefined
    ? state
    : { ...state, live: { ...state.live, [replyId]: { ...reply, journalError } } };
}

export function withConversation(
  state: ChatState,
  sessionId: SessionId,
  change: (conversation: Conversation) => Conversation,
): ChatState {
  const present = state.conversations[sessionId];
  if (present === undefined) return state;
  const changed = change(present);
  if (changed === present) return state;
  return { ...state, conversations: { ...state.conversations, [sessionId]: changed } };
}

export function sessionForgotten(state: ChatState, sessionId: SessionId): ChatState {
  return {
    ...state,
    openSessionId: state.openSessionId === sessionId ? null : state.openSessionId,
    conversations: without(state.conversations, sessionId),
    opening: without(state.opening, sessionId),
    loadingOlder: without(state.loadingOlder, sessionId),
    loadingNewer: without(state.loadingNewer, sessionId),
  };
}

export function without<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> {
  if (!(key in record)) return record;
  const { [key]: _, ...rest } = record;
  return rest;
}

function keepLast<Value>(record: Readonly<Record<string, Value>>, limit: number): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).slice(-limit));
}

function forgetOldest(
  conversations: ChatState['conversations'],
  running: ChatState['running'],
): ChatState['conversations'] {
  const entries = Object.entries(conversations);
  const surplus = entries.length - conversationLimit;
  return surplus <= 0
    ? conversations
    : Object.fromEntries(entries.filter(([id], index) => index >= surplus || running[id] !== undefined));
}
