import * as v from 'valibot';
import type { ErrorReport } from './errors.ts';

export type ProjectId = string;
export type SessionId = string;
export type MessageId = string;
export type TagId = number;
export type AttachmentId = string;

/** Session and project ids: 10 hexadecimal characters, as in mochi-server (A2). */
export const sessionIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{10}$/));
export const projectIdSchema = sessionIdSchema;
export const tagIdSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** Message ids are made where a message is first seen, and imported ones are kept; hence the wide form. */
export const messageIdSchema = v.pipe(v.string(), v.regex(/^[\w.:-]{1,64}$/));

/** Made by the window, like the ids of its messages. */
export const attachmentIdSchema = messageIdSchema;
export const modelNameSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(500));

export const messageRoles = ['system', 'user', 'assistant', 'tool'] as const;
export type MessageRole = (typeof messageRoles)[number];

/**
 * streaming: Ollama is answering. stopped: by the user. failed: an error came instead of (the rest of) the answer.
 * interrupted: the answer ended without Ollama saying so (connection cut, Parlor killed); its text is kept.
 */
export const messageStatuses = ['complete', 'streaming', 'stopped', 'failed', 'interrupted'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** Colours a project or a tag can have, given in turn. */
export const colourCount = 8;
export const colourSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(colourCount - 1));

/** What a new session of a project begins with; null or absent = what the settings say. */
export interface SessionDefaults {
  readonly model: string | null;
  readonly systemPrompt: string | null;
  readonly parameters: ModelParameters;
}

export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  readonly description: string;
  /** Index into the palette of `tokens.css`: `--project-0` to `--project-7`, see `colourCount`. */
  readonly colour: number;
  readonly defaults: SessionDefaults;
  readonly isArchived: boolean;
  /** Sessions that are neither archived nor in the trash. */
  readonly sessionCount: number;
}

export interface Tag {
  readonly id: TagId;
  /** Unique, whatever its case. */
  readonly name: string;
  /** Index into the same palette as a project's. */
  readonly colour: number;
}

/** What the sidebar shows of a session. Times are milliseconds since 1970, UTC. */
export interface SessionSummary {
  readonly id: SessionId;
  readonly projectId: ProjectId | null;
  /** Empty when nobody and nothing gave a title yet. */
  readonly title: string;
  /** Beginning of the first user message (A5); empty when there is none. */
  readonly preview: string;
  readonly model: string | null;
  readonly messageCount: number;
  readonly tagIds: readonly TagId[];
  readonly isPinned: boolean;
  readonly isArchived: boolean;
  /** An answer ended here that nobody has looked at yet. */
  readonly isUnread: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const integer = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const real = (from: number, to: number) => v.pipe(v.number(), v.minValue(from), v.maxValue(to));

/** Go duration with a unit, or seconds; negative = forever, 0 = unload at once (Ollama API, keep_alive). */
const keepAliveSchema = v.pipe(v.string(), v.regex(/^-?(\d+|(\d+(\.\d+)?(ms|s|m|h))+)$/));

/** Whether a thinking model thinks: not at all, as it likes, or how much (Ollama API, `think`). */
export const thinkChoices = ['off', 'on', 'low', 'medium', 'high', 'max'] as const;
export type ThinkChoice = (typeof thinkChoices)[number];

const parameterSchemas = {
  temperature: real(0, 5),
  topP: real(0, 1),
  topK: integer(0, 100_000),
  seed: integer(-1, 2_147_483_647),
  /** Context window in tokens. A changed value makes Ollama reload the model. */
  numCtx: integer(4, 10_000_000),
  /** Longest answer in tokens; -1 = until the model stops. */
  numPredict: integer(-1, 10_000_000),
  stop: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), v.maxLength(16)),
  repeatPenalty: real(0, 10),
  keepAlive: keepAliveSchema,
  think: v.picklist(thinkChoices),
};

/**
 * The options a session sends to Ollama. What is absent is not sent, so the model's own default holds.
 * Limits keep out what Ollama would answer with a status 500 (types) or what cannot be meant.
 */
export const modelParametersSchema = v.partial(v.strictObject(parameterSchemas));
export type ModelParameters = Readonly<v.InferOutput<typeof modelParametersSchema>>;

/** Changes to some parameters, the others staying as they are; null takes one back to the model's default. */
export const parameterChangesSchema = v.partial(
  v.strictObject({
    temperature: v.nullable(parameterSchemas.temperature),
    topP: v.nullable(parameterSchemas.topP),
    topK: v.nullable(parameterSchemas.topK),
    seed: v.nullable(parameterSchemas.seed),
    numCtx: v.nullable(parameterSchemas.numCtx),
    numPredict: v.nullable(parameterSchemas.numPredict),
    stop: v.nullable(parameterSchemas.stop),
    repeatPenalty: v.nullable(parameterSchemas.repeatPenalty),
    keepAlive: v.nullable(parameterSchemas.keepAlive),
    think: v.nullable(parameterSchemas.think),
  }),
);
export type ParameterChanges = Readonly<v.InferOutput<typeof parameterChangesSchema>>;

/** The parameters with the changes laid over them. */
export function changeParameters(parameters: ModelParameters, changes: ParameterChanges): ModelParameters {
  const entries = Object.entries({ ...parameters, ...changes });
  return v.parse(
    modelParametersSchema,
    Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined)),
  );
}

/** Names and values of the user's own, in the order they were added. */
export type SessionMetadata = Readonly<Record<string, string>>;

export interface Session extends SessionSummary {
  readonly systemPrompt: string;
  readonly parameters: ModelParameters;
  readonly activeLeafId: MessageId | null;
  /** False when Ollama was away as the model was set, so that nobody could check that it exists (A1). */
  readonly isModelChecked: boolean;
  /** Sums over all answers, in tokens as Ollama counted them. */
  readonly promptTokens: number;
  readonly replyTokens: number;
  readonly description: string;
  /** Free fields of the user. */
  readonly metadata: SessionMetadata;
}

/** The part of a session that lists show. */
export function summaryOf(session: Session): SessionSummary {
  const { id, projectId, title, preview, model, messageCount, createdAt, updatedAt } = session;
  const { tagIds, isPinned, isArchived, isUnread } = session;
  return {
    id,
    projectId,
    title,
    preview,
    model,
    messageCount,
    tagIds,
    isPinned,
    isArchived,
    isUnread,
    createdAt,
    updatedAt,
  };
}

/** What Ollama and our own clock told about one answer. Absent numbers were not reported. */
export interface ReplyUsage {
  readonly promptTokens: number | null;
  /** Thinking included. */
  readonly replyTokens: number | null;
  readonly loadMs: number | null;
  readonly promptEvalMs: number | null;
  readonly evalMs: number | null;
  /** From the request to the last byte, by our clock. Null for an imported answer that nobody timed. */
  readonly totalMs: number | null;
  /** From the request to the first piece of text, by our clock. */
  readonly firstTokenMs: number | null;
  /** From the first to the last piece of thinking, by our clock. */
  readonly thinkingMs: number | null;
  /** `stop`, `length` ...; null when the answer did not end by itself. */
  readonly doneReason: string | null;
}

/** What a file is, by its bytes. Text: anything readable, source code, Markdown, CSV, JSON and HTML too. */
export const attachmentKinds = ['image', 'text', 'pdf', 'docx'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** A file that goes with a message. */
export interface Attachment {
  readonly id: AttachmentId;
  readonly kind: AttachmentKind;
  /** With its path inside the folder it came with. */
  readonly name: string;
  readonly mime: string;
  /** Of the file as it was given. */
  readonly sizeBytes: number;
  /** Of a picture as it is sent, in pixels; null for any other. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of a PDF. */
  readonly pageCount: number | null;
  /** Of the text that is sent, in UTF-16 units; null for a picture. */
  readonly textLength: number | null;
  /** Estimated, never counted. */
  readonly tokenEstimate: number | null;
  /** Pictures in a document, of which the text alone is sent; absent when there are none. */
  readonly picturesLeftOut?: number;
}

export interface Message {
  readonly id: MessageId;
  readonly sessionId: SessionId;
  readonly parentId: MessageId | null;
  readonly role: MessageRole;
  readonly content: string;
  readonly thinking: string;
  readonly model: string | null;
  readonly status: MessageStatus;
  readonly error: ErrorReport | null;
  readonly createdAt: number;
  /** When a person wrote it anew; null for what is as it came. */
  readonly editedAt: number | null;
  readonly usage: ReplyUsage | null;
  readonly attachments: readonly Attachment[];
  /** Ids of the messages with the same parent, oldest first, this one included. */
  readonly siblingIds: readonly MessageId[];
}

/** Whether an answer can be gone on with: it has some text, and its end was not its own. */
export function canContinue({ role, status, content, usage }: Message): boolean {
  if (role !== 'assistant' || content === '') return false;
  return status === 'complete' ? usage?.doneReason === 'length' : status !== 'streaming';
}

/** A run of the active branch, oldest first. */
export interface MessagePage {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  /** False for a page that ends with the leaf. */
  readonly hasNewer: boolean;
}

export interface InstalledModel {
  readonly name: string;
  readonly sizeBytes: number;
  readonly parameterSize: string | null;
  readonly quantization: string | null;
  /** `llama`, `gptoss` ...; null when the server does not tell. */
  readonly family: string | null;
  /** 64 hexadecimal characters that name these very weights; null when the server does not tell. */
  readonly digest: string | null;
  /** Ollama's names: completion, vision, tools, thinking, embedding ... Null when the server does not tell. */
  readonly capabilities: readonly string[] | null;
  /** Largest context window the model was trained for, in tokens. */
  readonly contextLength: number | null;
  /** Where a cloud model really runs; null for a local one. */
  readonly remoteHost: string | null;
}

/** What a person can choose for `think` with this model; empty when it does not think. gpt-oss only has levels. */
export function thinkChoicesOf(model: InstalledModel): readonly ThinkChoice[] {
  if (model.capabilities?.includes('thinking') !== true) return [];
  return model.family === 'gptoss' ? ['low', 'medium', 'high'] : thinkChoices;
}

export interface LoadedModel {
  readonly name: string;
  /** Total and on the GPU. */
  readonly sizeBytes: number;
  readonly vramBytes: number;
  /** The window really in force, in tokens; null on old servers. */
  readonly contextLength: number | null;
  /** When Ollama unloads it; null when it does not say. */
  readonly expiresAt: number | 'never' | null;
}

/** What is known about Ollama right now. */
export type OllamaStatus = { readonly address: string; readonly isDemo: boolean } & (
  | { readonly state: 'checking' }
  | { readonly state: 'reachable'; readonly version: string; readonly loaded: readonly LoadedModel[] }
  | { readonly state: 'unreachable'; readonly error: ErrorReport }
);

const previewLength = 100;
const titleLength = 60;

/** False for a text that shows nothing: empty, spaces, or characters of no width. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cf}\p{Z}]/u.test(text);
}

/** The preview of a session from its first user message: 100 characters, "..." when cut (A5). */
export function previewOf(text: string): string {
  const characters = Array.from(text.slice(0, previewLength * 2 + 2));
  if (characters.length <= previewLength) return text;
  return `${characters.slice(0, previewLength).join('')}...`;
}

/** A title from the first line with words in it, Markdown marks taken off, cut at a word near 60 characters. */
export function titleFromText(text: string): string {
  const line = text
    .slice(0, 2_000)
    .split('\n')
    .map((each) =>
      each
        .replace(/^[\s#>*`-]+/u, '')
        .replace(/[*_`]+/gu, '')
        .trim(),
    )
    .find((each) => each !== '');
  if (line === undefined) return '';
  const characters = Array.from(line);
  if (characters.length <= titleLength) return line;
  const cut = characters.slice(0, titleLength).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > titleLength / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}

/** The model for a session without one: the preferred one when it is installed, else the newest, else none. */
export function defaultModelOf(installed: readonly string[], preferred: string): string | null {
  return installed.find((name) => name === preferred) ?? installed[0] ?? null;
}

/** Ollama's evaluation speed in tokens per second; null when it cannot be known. */
export function tokensPerSecond(usage: ReplyUsage): number | null {
  if (usage.replyTokens === null || usage.evalMs === null || usage.evalMs <= 0) return null;
  return (usage.replyTokens / usage.evalMs) * 1_000;
}
