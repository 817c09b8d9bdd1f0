import type { MessageProvenance } from '#shared/contract/messages.ts';
import type { Message, ParameterChanges } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { api } from '../api.ts';
import { focusOnMessage } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { askOnceMore } from './side-by-side.ts';

export interface AnotherAnswer {
  readonly models?: readonly string[];
  readonly parameters?: ParameterChanges;
  /** What the model is told about the answer there is; empty = nothing, it does not see it. */
  readonly remark?: string;
}

/** The same question to one or several models, perhaps with a remark about the answer there is. */
export function answerAgain(message: Message, how: AnotherAnswer): Promise<void> {
  const { models = [], parameters = {}, remark = '' } = how;
  return askOnceMore(message, {
    models,
    parameters,
    basis: remark === '' ? { kind: 'branch' } : { kind: 'revise', messageId: message.id, remark },
  });
}

/** To the answer that is shown in the place of this one by now, where the keyboard was. */
export function focusOnAnswerInPlaceOf({ sessionId, parentId }: Message): void {
  const { messages = [] } = useChatStore.getState().conversations[sessionId] ?? {};
  focusOnMessage(messages.find((message) => message.parentId === parentId)?.id ?? null);
}

export function answerShorter(message: Message): Promise<void> {
  return answerAgain(message, { remark: text.answers.again.remarks.shorter });
}

export function answerLonger(message: Message): Promise<void> {
  return answerAgain(message, { remark: text.answers.again.remarks.longer });
}

export function openAnswerAgain({ id, sessionId }: Message): void {
  useViewStore.getState().openAbout({ name: 'answer-again', sessionId, messageId: id });
}

export function openProvenance({ id, sessionId }: Message): void {
  useViewStore.getState().openAbout({ name: 'provenance', sessionId, messageId: id });
}

export function readProvenance({ id, sessionId }: Message): Promise<MessageProvenance> {
  return api.request('messages:provenance', { sessionId, messageId: id });
}

/** Exactly what an answer was made from, once more, by the model it was made by or by another one. */
export function repeatAnswer(message: Message, model: string): Promise<void> {
  return askOnceMore(message, { models: [model], basis: { kind: 'repeat', messageId: message.id } });
}
