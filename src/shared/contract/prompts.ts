import * as v from 'valibot';
import { sessionIdSchema } from '../domain.ts';
import { folderPath } from '../prompt-folders.ts';
import { carries, takes } from './define.ts';

/** Made where a prompt is first seen: 10 hexadecimal characters. */
export const promptIdSchema = sessionIdSchema;
export type PromptId = string;

export const promptLimits = { title: 200, folder: 1_000, body: 1_000_000 } as const;
/** Prompts one request may name, and one import may bring. */
export const promptsAtOnce = 10_000;

/** What a list shows of a prompt. */
export interface PromptSummary {
  readonly id: PromptId;
  /** Nested by `/`; empty = in no folder. */
  readonly folder: string;
  /** May be empty: then the beginning of the body names it. */
  readonly title: string;
  /** Beginning of the body. */
  readonly preview: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface Prompt extends PromptSummary {
  readonly body: string;
}

export interface PromptImport {
  readonly added: number;
  /** The same folder, title and body were there already. */
  readonly passedOver: number;
}

const folder = v.pipe(v.string(), v.transform(folderPath), v.maxLength(promptLimits.folder));
const promptIds = v.pipe(v.array(promptIdSchema), v.minLength(1), v.maxLength(promptsAtOnce));

export const promptFieldsSchema = v.strictObject({
  folder,
  title: v.pipe(v.string(), v.trim(), v.maxLength(promptLimits.title)),
  body: v.pipe(v.string(), v.maxLength(promptLimits.body)),
});
export type PromptFields = Readonly<v.InferOutput<typeof promptFieldsSchema>>;

export const promptRequests = {
  /** Those not in the trash. */
  'prompts:list': takes(v.undefined()).returns<readonly PromptSummary[]>(),
  'prompts:get': takes(v.strictObject({ promptId: promptIdSchema })).returns<Prompt>(),
  /** Makes it, or writes it anew. Error: not-found for one in the trash. */
  'prompts:save': takes(
    v.strictObject({ promptId: promptIdSchema, fields: promptFieldsSchema }),
  ).returns<Prompt>(),
  /** Gives those that went just now. */
  'prompts:trash': takes(v.strictObject({ promptIds })).returns<readonly PromptId[]>(),
  /** Gives those that are outside the trash now. */
  'prompts:restore': takes(v.strictObject({ promptIds })).returns<readonly PromptId[]>(),
  /** With the folders inside it; into one that is there they go together. */
  'prompts:rename-folder': takes(v.strictObject({ from: folder, to: folder })).returns<void>(),
  /** A folder with those inside it, or with null everything; where to is asked. `path` is null when that was cancelled. */
  'prompts:export': takes(v.strictObject({ folder: v.nullable(folder) })).returns<{
    readonly path: string | null;
    readonly count: number;
  }>(),
  /** Asks for files; null when that was cancelled. All or nothing. Error: prompts-unreadable. */
  'prompts:import': takes(v.undefined()).returns<PromptImport | null>(),
};

export const promptEvents = {
  'prompts:changed': carries<null>(),
};
