import type { QueuedMessage } from '#shared/contract/queue.ts';
import type { Attachment, Message, MessageId, SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import { api } from '../api.ts';
import { firstLineOf } from '../format/first-line.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { queueOf, useQueueStore } from '../stores/chat/queue-store.ts';
import { noteSentByMain } from '../stores/chat/sent-by-main.ts';
import { updatesSettled } from '../stores/chat/session-updates.ts';
import { useSideBySideStore } from '../stores/chat/side-by-side-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { undoably } from './undo.ts';

/** What is written in the composer, with the models chosen there; none = the session's own. */
export interface NewQuestion {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly models: readonly string[];
}

/** Lets a message wait for the answer that is running. Throws what main refuses it with. */
export async function addToQueue(sessionId: SessionId, question: NewQuestion): Promise<void> {
  const models = question.models.length === 0 ? [null] : question.models;
  // A question on its way waits for these too: it is to stay the first.
  await updatesSettled(sessionId);
  await api.request('queue:add', {
    sessionId,
    id: crypto.randomUUID(),
    text: question.text,
    attachmentIds: question.attachments.map(({ id }) => id),
    replies: models.map((model) => ({ model, parameters: {} })),
  });
  const { length } = queueOf(useQueueStore.getState(), sessionId);
  // One that went at once is in the conversation already.
  if (length > 0) useNoticesStore.getState().announce(text.queue.added(length));
}

/** Keeps other words for a message that waits. What comes too late goes into the draft. */
export async function changeQueued(message: QueuedMessage, changed: string): Promise<void> {
  const { sessionId, id } = message;
  if (changed === message.text) return;
  try {
    await api.request('queue:change', { sessionId, id, text: changed });
  } catch (thrown) {
    const { drafts, write } = useDraftsStore.getState();
    write(sessionId, [changed, drafts[sessionId] ?? ''].filter((part) => part !== '').join('\n'));
    if (!isNotFound(thrown)) throw thrown;
    useNoticesStore.getState().show({ kind: 'told', sentence: text.queue.sentBeforeChange });
  }
}

/** A message emptied by its user is taken out; what comes back with it is what it said before. */
export async function removeEmptied(message: QueuedMessage, original: string): Promise<void> {
  await changeQueued(message, original);
  await removeQueued({ ...message, text: original });
}

/** A message that is being changed does not go meanwhile; null: none is. */
export async function holdQueued(sessionId: SessionId, id: MessageId | null): Promise<void> {
  await api.request('queue:hold', { sessionId, id });
}

export async function removeQueued({ sessionId, id, text: words }: QueuedMessage): Promise<void> {
  await undoably(async () => {
    try {
      await api.request('queue:remove', { sessionId, id });
    } catch (thrown) {
      // It was sent just now, which the window hears of anyway.
      if (isNotFound(thrown)) return null;
      throw thrown;
    }
    return { kind: 'queued-deleted', sessionId, id, title: firstLineOf(words) };
  });
}

export async function sendNextQueued(sessionId: SessionId): Promise<void> {
  await api.request('queue:resume', { sessionId });
}

/** Main sent what waited. The view follows only where it holds at the end. */
export function questionAsked(user: Message, replies: readonly Message[]): void {
  const replyIds = replies.map(({ id }) => id);
  noteSentByMain(replyIds);
  useChatStore.getState().asked(user, replies);
  if (replyIds.length > 1) useSideBySideStore.getState().open(user.id, replyIds);
  if (useChatStore.getState().openSessionId === user.sessionId) {
    useNoticesStore.getState().announce(text.queue.sent);
  }
}

function isNotFound(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code === 'not-found';
}
