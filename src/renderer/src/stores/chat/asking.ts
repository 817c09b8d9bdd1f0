import type { ReplyBasis, WantedReply } from '#shared/contract/chat.ts';
import type { Attachment, Message, MessageId, ParameterChanges, SessionId } from '#shared/domain.ts';
import { api } from '../../api.ts';
import {
  besideRead,
  type ChatState,
  replyRefused,
  replyReopened,
  replyStarted,
  withConversation,
} from './chat-state.ts';
import {
  branchOff,
  type Conversation,
  putMessage,
  replaceMessage,
  withActiveLeaf,
  withMessagesOf,
} from './conversation.ts';
import { newReply, newUserMessage } from './new-messages.ts';
import { updatesSettled } from './session-updates.ts';
import { noteTurn } from './turns-begun.ts';

/** A question to be sent. */
export interface Question {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** The message it follows, null for the root; undefined for the end of the shown branch. */
  readonly parentId?: MessageId | null | undefined;
  /** The models that shall answer side by side; none = the session's own. */
  readonly models?: readonly string[];
}

/** How an answer is to be another one than before. */
export interface AskAgain {
  /** The models that shall answer; none = the session's own. */
  readonly models?: readonly string[];
  readonly parameters?: ParameterChanges;
  readonly basis?: ReplyBasis;
}

/** The part of the store that asking needs. */
export interface Asking {
  readonly get: () => ChatState;
  readonly set: (change: (state: ChatState) => ChatState) => void;
}

/**
 * Shows question and empty answers at once, then asks main. Throws what main refuses it with; then nothing was saved and
 * the conversation is shown as it was.
 */
export async function ask({ get, set }: Asking, sessionId: SessionId, question: Question): Promise<void> {
  const before = get().conversations[sessionId];
  if (before === undefined) return;
  const parentId = question.parentId === undefined ? (before.messages.at(-1)?.id ?? null) : question.parentId;
  const replaced = before.messages.find((message) => message.parentId === parentId);
  const user = newUserMessage(sessionId, parentId, {
    content: question.text,
    attachments: question.attachments,
    siblingIds: replaced?.siblingIds ?? [],
  });
  const { replies, wanted } = newReplies(before, user.id, [], question.models ?? [], {});
  set((state) => shownAsked(state, sessionId, parentId, [user], replies));
  try {
    const sending = sendTurn(sessionId, () =>
      api.request('chat:send', {
        sessionId,
        parentId,
        userMessageId: user.id,
        text: question.text,
        attachmentIds: question.attachments.map(({ id }) => id),
        replies: wanted,
      }),
    );
    noteTurn(sessionId, sending);
    const saved = await sending;
    set((state) => saveAnswered(state, sessionId, [saved.user, ...saved.replies]));
  } catch (thrown) {
    set((state) => refused(state, before, user.id, replies));
    throw thrown;
  }
}

/** Shows empty answers to a question that is there, then asks main. Throws as `ask`. */
export async function askAgain(
  { get, set }: Asking,
  sessionId: SessionId,
  userMessageId: MessageId,
  { models = [], parameters = {}, basis = { kind: 'branch' } }: AskAgain,
): Promise<void> {
  const before = get().conversations[sessionId];
  if (before === undefined || get().running[sessionId] !== undefined) return;
  const replaced = before.messages.find((message) => message.parentId === userMessageId);
  const { replies, wanted } = newReplies(
    before,
    userMessageId,
    replaced?.siblingIds ?? [],
    models,
    parameters,
  );
  set((state) => shownAsked(state, sessionId, userMessageId, [], replies));
  try {
    const sending = sendTurn(sessionId, () =>
      api.request('chat:retry', { sessionId, userMessageId, replies: wanted, basis }),
    );
    noteTurn(sessionId, sending);
    const saved = await sending;
    set((state) => saveAnswered(state, sessionId, saved.replies));
  } catch (thrown) {
    set((state) => refused(state, before, replies[0]?.id, replies));
    throw thrown;
  }
}

/** Goes on with an answer from its last character. Throws what main refuses it with; then it is as it was. */
export async function goOn({ get, set }: Asking, message: Message): Promise<void> {
  if (get().running[message.sessionId] !== undefined) return;
  const { sessionId, id } = message;
  set((state) => replyReopened(state, message, Date.now()));
  try {
    await api.request('chat:continue', { sessionId, messageId: id });
  } catch (thrown) {
    set((state) => ({
      ...withConversation(replyRefused(state, { sessionId, replyId: id }), sessionId, (present) =>
        putMessage(present, message),
      ),
      beside: id in state.beside ? { ...state.beside, [id]: message } : state.beside,
    }));
    throw thrown;
  }
}

/** A model chosen just before is the one that has to answer. */
async function sendTurn<Saved>(sessionId: SessionId, send: () => Promise<Saved>): Promise<Saved> {
  await updatesSettled(sessionId);
  return send();
}

/** What main sent by itself, from the queue. */
export function asked(state: ChatState, user: Message, replies: readonly Message[]): ChatState {
  const { sessionId } = user;
  const shown = shownAsked(state, sessionId, user.parentId, [user], replies);
  return saveAnswered(shown, sessionId, [user, ...replies]);
}

function newReplies(
  { session }: Conversation,
  userMessageId: MessageId,
  siblingIds: readonly MessageId[],
  models: readonly string[],
  parameters: ParameterChanges,
): { readonly replies: readonly Message[]; readonly wanted: readonly WantedReply[] } {
  const chosen = models.length === 0 ? [null] : models;
  const replies = chosen.map((model) =>
    newReply(session.id, userMessageId, siblingIds, model ?? session.model),
  );
  const ids = [...siblingIds, ...replies.map(({ id }) => id)];
  return {
    replies: replies.map((reply) => ({ ...reply, siblingIds: ids })),
    wanted: replies.map(({ id }, index) => ({ replyId: id, model: chosen[index] ?? null, parameters })),
  };
}

/** The first answer goes into the branch, the others beside it. */
function shownAsked(
  state: ChatState,
  sessionId: SessionId,
  parentId: MessageId | null,
  questions: readonly Message[],
  replies: readonly Message[],
): ChatState {
  const shown = withConversation(state, sessionId, (present) =>
    branchOff(present, parentId, [...questions, ...replies.slice(0, 1)]),
  );
  const started = replies.reduce((before, { id }) => replyStarted(before, { sessionId, replyId: id }), shown);
  return besideRead(started, replies.slice(1), Date.now());
}

/** Main's rows. The first answer is the end of the branch now. */
function saveAnswered(state: ChatState, sessionId: SessionId, messages: readonly Message[]): ChatState {
  const replies = messages.filter(({ role }) => role === 'assistant');
  const [first, ...others] = replies;
  const shown = withConversation(state, sessionId, (present) => {
    const replaced = messages.reduce(replaceMessage, present);
    return first === undefined ? replaced : withActiveLeaf(replaced, first.id);
  });
  return besideRead(shown, others, Date.now());
}

/** `firstId`: what was shown first of what is refused. Without it on the page main has sent something else meanwhile. */
function refused(
  state: ChatState,
  before: Conversation,
  firstId: MessageId | undefined,
  replies: readonly Message[],
): ChatState {
  const sessionId = before.session.id;
  const ended = replies.reduce((now, { id }) => replyRefused(now, { sessionId, replyId: id }), state);
  const gone = new Set(replies.map(({ id }) => id));
  return {
    ...withConversation(ended, sessionId, (present) =>
      present.messages.some(({ id }) => id === firstId) ? withMessagesOf(present, before) : present,
    ),
    beside: Object.fromEntries(Object.entries(ended.beside).filter(([id]) => !gone.has(id))),
  };
}
