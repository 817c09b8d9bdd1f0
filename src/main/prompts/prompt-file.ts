import * as v from 'valibot';
import { type Prompt, promptLimits, promptsAtOnce } from '#shared/contract/prompts.ts';
import { AppError } from '#shared/errors.ts';
import { folderPath } from '#shared/prompt-folders.ts';

// docs/prompts.md describes the form for people.

const format = 'parlor-prompts';
const version = 1;

/** A prompt as a file has it; times are absent where the file does not tell them. */
export interface FilePrompt {
  readonly folder: string;
  readonly title: string;
  readonly body: string;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
}

export function renderPromptFile(prompts: readonly Prompt[], now: number): string {
  const file = {
    format,
    version,
    exportedAt: new Date(now).toISOString(),
    prompts: prompts.map(({ folder, title, body, createdAt, updatedAt }) => ({
      folder,
      title,
      body,
      createdAt: new Date(createdAt).toISOString(),
      updatedAt: new Date(updatedAt).toISOString(),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const text = (limit: number) =>
  v.pipe(v.string('has to be a text'), v.maxLength(limit, `is longer than ${limit} characters`));
const folder = v.pipe(text(promptLimits.folder), v.transform(folderPath));
const title = v.pipe(text(promptLimits.title), v.trim());
// A text field knows no carriage returns, so what was edited here would not be found again.
const body = v.pipe(
  text(promptLimits.body),
  v.transform((written) => written.replace(/\r\n?/g, '\n')),
  v.check((written) => written.trim() !== '', 'is empty'),
);
const time = v.optional(
  v.pipe(
    v.string('has to be a time'),
    v.transform((written) => Date.parse(written)),
    v.check((ms) => Number.isSafeInteger(ms), 'is no time'),
  ),
);
const list = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.pipe(
    v.array(item, 'has to be a list'),
    v.maxLength(promptsAtOnce, `has more than ${promptsAtOnce} prompts`),
  );

const ownFile = v.object({
  format: v.literal(format, `has to be "${format}"`),
  version: v.literal(version, `has to be ${version}: this file is of another version of Parlor`),
  prompts: list(v.object({ folder: v.optional(folder, ''), title, body, createdAt: time, updatedAt: time })),
});

/** As other programs write them; what else an entry has is theirs. */
const foreignEntries = [
  {
    names: ['title', 'content'],
    schema: v.pipe(
      v.object({ title, content: body }),
      v.transform((entry) => ({ title: entry.title, body: entry.content })),
    ),
  },
  {
    names: ['name', 'prompt'],
    schema: v.pipe(
      v.object({ name: title, prompt: body }),
      v.transform((entry) => ({ title: entry.name, body: entry.prompt })),
    ),
  },
  {
    names: ['act', 'prompt'],
    schema: v.pipe(
      v.object({ act: title, prompt: body }),
      v.transform((entry) => ({ title: entry.act, body: entry.prompt })),
    ),
  },
] as const;

const record = v.record(v.string(), v.unknown());

/** The prompts of a file. Error: prompts-unreadable, which names the file and what is wrong in it. */
export function readPromptFile(name: string, content: string): readonly FilePrompt[] {
  const written = content.replace(/^\uFEFF/, '');
  if (!/\.json$/i.test(name)) return [textPrompt(name, written)];
  const value = parseJson(name, written);
  if (Array.isArray(value)) {
    if (value.length > promptsAtOnce) throw unreadable(name, `it has more than ${promptsAtOnce} prompts`);
    return value.map((entry, index) => foreignPrompt(name, entry, index));
  }
  const parsed = v.safeParse(ownFile, value);
  if (!parsed.success) throw unreadable(name, problemOf(parsed.issues[0]));
  return parsed.output.prompts.map(({ createdAt = null, updatedAt = null, ...prompt }) => ({
    ...prompt,
    createdAt,
    updatedAt,
  }));
}

export function unreadable(name: string, problem: string): AppError {
  return new AppError({ code: 'prompts-unreadable', details: { name, problem } });
}

/** A Markdown or text file is one prompt that has its name. */
function textPrompt(name: string, content: string): FilePrompt {
  const parsed = v.safeParse(body, content);
  if (!parsed.success) throw unreadable(name, `its text ${parsed.issues[0].message}`);
  const stem = name.replace(/\.[^.]+$/, '').trim();
  return {
    folder: '',
    title: Array.from(stem)
      .slice(0, promptLimits.title / 2)
      .join(''),
    body: parsed.output,
    createdAt: null,
    updatedAt: null,
  };
}

function foreignPrompt(name: string, entry: unknown, index: number): FilePrompt {
  const fields = v.safeParse(record, entry);
  const kind = foreignEntries.find(
    ({ names }) => fields.success && names.every((field) => Object.hasOwn(fields.output, field)),
  );
  if (kind === undefined) {
    throw unreadable(
      name,
      `entry ${index + 1} has neither title and content, name and prompt, nor act and prompt`,
    );
  }
  const parsed = v.safeParse(kind.schema, entry);
  if (!parsed.success) throw unreadable(name, `in entry ${index + 1} ${problemOf(parsed.issues[0])}`);
  return { folder: '', ...parsed.output, createdAt: null, updatedAt: null };
}

function parseJson(name: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (thrown) {
    throw unreadable(name, `it is no JSON (${thrown instanceof Error ? thrown.message : 'unknown'})`);
  }
}

/** `prompts.3.body is empty`, entries counted from one. */
function problemOf(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({ key }) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
  return path === undefined ? 'it holds no list of prompts' : `${path} ${wordsOf(issue)}`;
}

/** What is absent gets Valibot's own words. */
function wordsOf({ received, message }: v.BaseIssue<unknown>): string {
  return received === 'undefined' ? 'is missing' : message;
}
