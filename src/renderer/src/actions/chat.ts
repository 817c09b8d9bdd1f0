import { messageLengthLimit } from '#shared/contract/chat.ts';
import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import { AppError, toErrorReport } from '#shared/errors.ts';
import { copyText } from '../clipboard.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { filesOf, useDraftAttachmentsStore } from '../stores/chat/draft-attachments-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { useMarksStore } from '../stores/chat/marks-store.ts';
import { nextModelsOf, useNextModelsStore } from '../stores/chat/next-models-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { addToQueue, type NewQuestion } from './queue.ts';

/** Sends what is written in a session, or lets it wait while that is answering. A refused message comes back into the field, with the reason. */
export async function sendDraft(sessionId: SessionId): Promise<void> {
  const chat = useChatStore.getState();
  const drafts = useDraftsStore.getState();
  const message = drafts.drafts[sessionId] ?? '';
  const files = filesOf(useDraftAttachmentsStore.getState(), sessionId);
  const isEmpty = message.trim() === '' && files.attachments.length === 0;
  const cannotSend = isEmpty || files.adding.length > 0 || message.length > messageLengthLimit;
  if (cannotSend || chat.conversations[sessionId] === undefined) return;
  // As they were chosen when it was sent, whatever happens while that is on its way.
  const models = nextModelsOf(useNextModelsStore.getState(), sessionId);
  drafts.take(sessionId);
  const attachments = useDraftAttachmentsStore.getState().take(sessionId);
  useMarksStore.getState().clear();
  try {
    const question = { text: message, attachments, models };
    if (chat.running[sessionId] !== undefined) await addToQueue(sessionId, question);
    else await sendOrQueue(sessionId, question);
    drafts.accepted(sessionId);
  } catch (thrown) {
    useDraftAttachmentsStore.getState().refused(sessionId, attachments);
    drafts.refused(sessionId, message, toErrorReport(thrown));
  }
}

/** An answer may have begun that this window has not heard of yet. */
async function sendOrQueue(sessionId: SessionId, question: NewQuestion): Promise<void> {
  try {
    await useChatStore.getState().send(sessionId, question);
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'busy')) throw thrown;
    await addToQueue(sessionId, question);
  }
}

export async function stopAnswer(): Promise<void> {
  const { openSessionId, running, stop } = useChatStore.getState();
  if (openSessionId !== null && running[openSessionId] !== undefined) await stop(openSessionId);
}

/** The question whose answer `answer.retry` asks for again. */
export function lastQuestionId(): MessageId | undefined {
  return openMessages().findLast((message) => message.role === 'user')?.id;
}

export async function retryLast(): Promise<void> {
  const { openSessionId, retry, loadEnd } = useChatStore.getState();
  // The last one of the session, not of the part one is reading.
  if (openSessionId !== null) await loadEnd(openSessionId);
  const questionId = lastQuestionId();
  if (openSessionId !== null && questionId !== undefined) await retry(openSessionId, questionId);
}

export function lastAnswer(): Message | undefined {
  return lastAnswerOf(openMessages());
}

function lastAnswerOf(messages: readonly Message[]): Message | undefined {
  return messages.findLast((message) => message.role === 'assistant' && message.content !== '');
}

export async function copyLastAnswer(): Promise<void> {
  const { openSessionId, readEnd } = useChatStore.getState();
  if (openSessionId === null) return;
  const answer = lastAnswerOf(await readEnd(openSessionId));
  if (answer !== undefined) await copyWithNotice(answer.content);
}

/** Copies for a command, whose success is visible nowhere else. */
async function copyWithNotice(content: string): Promise<void> {
  const isCopied = await copyText(content);
  useNoticesStore.getState().show({ kind: isCopied ? 'copied' : 'copy-failed' });
}

function openMessages(): readonly Message[] {
  const { openSessionId, conversations } = useChatStore.getState();
  return openSessionId === null ? [] : (conversations[openSessionId]?.messages ?? []);
}
