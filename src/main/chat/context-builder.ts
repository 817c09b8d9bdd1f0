import { type InstalledModel, type MessageId, type ModelParameters, thinkChoicesOf } from '#shared/domain.ts';
import type { BranchAttachment, BranchMessage } from '../db/interface.ts';
import type { ChatRequest, ChatRequestMessage } from '../ollama/interface.ts';

export interface ContextInput {
  readonly model: string;
  readonly systemPrompt: string;
  readonly parameters: ModelParameters;
  readonly branch: readonly BranchMessage[];
  /** A last word of the user's that is no message: what is to be other about the answer before it. */
  readonly remark: string | null;
  /** Base64 by id of attachment; a picture that is not in it is not sent. */
  readonly pictures: ReadonlyMap<string, string>;
}

export interface ChatContext {
  readonly request: ChatRequest;
  /** The messages of the branch that are sent, oldest first: part of the answer's provenance. */
  readonly messageIds: readonly MessageId[];
  readonly picturesLeftOut: number;
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

/** Where nothing is known of a model, Ollama itself says whether it sees. */
export function canSee(model: InstalledModel | null): boolean {
  return model?.capabilities?.includes('vision') !== false;
}

/** The pictures of those messages that are sent, in their order. */
export function picturesIn(branch: readonly BranchMessage[]): readonly BranchAttachment[] {
  return branch.flatMap(({ attachments }) => attachments.filter(({ kind }) => kind === 'image'));
}

/**
 * What the model is sent: the session's system prompt, then the branch. Answers without any text (failed, or
 * stopped before the first word) are left out, because an empty assistant message tells a model to be silent.
 */
export function buildChatContext(input: ContextInput): ChatContext {
  const sent = input.branch.filter(
    (message) => message.role !== 'assistant' || message.content.trim() !== '',
  );
  const system: readonly ChatRequestMessage[] =
    input.systemPrompt.trim() === '' ? [] : [{ role: 'system', content: input.systemPrompt }];
  const remark: readonly ChatRequestMessage[] =
    input.remark === null ? [] : [{ role: 'user', content: input.remark }];
  return {
    request: {
      model: input.model,
      parameters: input.parameters,
      messages: [...system, ...sent.map((message) => toRequest(message, input.pictures)), ...remark],
    },
    messageIds: sent.map((message) => message.id),
    picturesLeftOut: picturesIn(sent).filter(({ id }) => !input.pictures.has(id)).length,
  };
}

function toRequest(message: BranchMessage, pictures: ContextInput['pictures']): ChatRequestMessage {
  const images = picturesIn([message]).flatMap(({ id }) => pictures.get(id) ?? []);
  return {
    role: message.role,
    content: withFiles(message),
    ...(message.thinking !== '' && { thinking: message.thinking }),
    ...(images.length > 0 && { images }),
  };
}

/** Texts of files stand before the words about them, each between tags that name it. */
function withFiles({ content, attachments }: BranchMessage): string {
  const files = attachments.flatMap(({ name, text }) =>
    text === null ? [] : [`<file name="${name.replaceAll('"', "'")}">\n${text}\n</file>`],
  );
  return [...files, ...(content === '' ? [] : [content])].join('\n\n');
}
