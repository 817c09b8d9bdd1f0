import { type InstalledModel, type MessageId, type ModelParameters, thinkChoicesOf } from '#shared/domain.ts';
import type { BranchMessage } from '../db/interface.ts';
import type { ChatRequest, ChatRequestMessage } from '../ollama/interface.ts';

export interface ChatContext {
  readonly request: ChatRequest;
  /** The messages of the branch that are sent, oldest first: part of the answer's provenance. */
  readonly messageIds: readonly MessageId[];
}

/**
 * The parameters as this model can take them: asking a model that does not think to think is an error (Ollama API,
 * `think`), asking it not to is always right. A model nothing is known of is not asked.
 */
export function sendableParameters(
  parameters: ModelParameters,
  model: InstalledModel | null,
): ModelParameters {
  const { think, ...others } = parameters;
  if (think === undefined || think === 'off') return parameters;
  return model !== null && thinkChoicesOf(model).includes(think) ? parameters : others;
}

/**
 * What the model is sent: the session's system prompt, then the branch. Answers without any text (failed, or
 * stopped before the first word) are left out, because an empty assistant message tells a model to be silent.
 */
export function buildChatContext(input: {
  readonly model: string;
  readonly systemPrompt: string;
  readonly parameters: ModelParameters;
  readonly branch: readonly BranchMessage[];
}): ChatContext {
  const sent = input.branch.filter(
    (message) => message.role !== 'assistant' || message.content.trim() !== '',
  );
  const system: readonly ChatRequestMessage[] =
    input.systemPrompt.trim() === '' ? [] : [{ role: 'system', content: input.systemPrompt }];
  return {
    request: {
      model: input.model,
      parameters: input.parameters,
      messages: [...system, ...sent.map(({ role, content }) => ({ role, content }))],
    },
    messageIds: sent.map((message) => message.id),
  };
}
