import type { MessageProvenance } from '#shared/contract/messages.ts';
import type { Message, ParameterChanges } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { api } from '../api.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { askOnceMore } from './side-by-side.ts';

export interface AnotherAnswer {
  readonly models?: readonly string[];
  readonly parameters?: ParameterChanges;
  /** What the model is told about the answer there is; empty = nothing, it does not see it. */
  readonly remark?: string;
}

/** The same question to one or several models, perhaps with a remark about the answer there is. */
export async function answerAgain(message: Message, how: AnotherAnswer): Promise<void> {
  const { models = [], parameters = {}, remark = '' } = how;
  await askOnceMore(message, {
    models,
    parameters,
    basis: remark === '' ? { kind: 'branch' } : { kind: 'revise', messageId: message.id, remark },
  });
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
export async function repeatAnswer(message: Message, model: string): Promise<void> {
  await askOnceMore(message, { models: [model], basis: { kind: 'repeat', messageId: message.id } });
}
