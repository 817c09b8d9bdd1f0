import { basename } from 'node:path';
import type { Emit, RequestInput, RequestOutput } from '#shared/contract/index.ts';
import { promptsAtOnce } from '#shared/contract/prompts.ts';
import { text as texts } from '#shared/text/index.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import { newId } from '../library/ids.ts';
import type { SavePathQuestion } from '../transfer/export/export-session.ts';
import { safeFileName } from '../transfer/file-name.ts';
import { type FilePrompt, readPromptFile, renderPromptFile, unreadable } from './prompt-file.ts';

export interface PromptsServiceOptions {
  readonly db: AsyncDatabase;
  /** Asks the user; null when that was cancelled. */
  readonly chooseSavePath: (question: SavePathQuestion) => Promise<string | null>;
  /** Asks for any number of files; empty when that was cancelled. */
  readonly choosePromptFiles: () => Promise<readonly string[]>;
  /** Error: prompts-unreadable. */
  readonly readPromptText: (path: string) => Promise<string>;
  readonly writeTextFile: (path: string, text: string) => Promise<void>;
  readonly emit: Emit;
  readonly now: () => number;
}

type PromptRequest =
  | 'prompts:save'
  | 'prompts:trash'
  | 'prompts:restore'
  | 'prompts:rename-folder'
  | 'prompts:export';
type Call<Name extends PromptRequest> = (input: RequestInput<Name>) => Promise<RequestOutput<Name>>;

export interface PromptsService {
  readonly save: Call<'prompts:save'>;
  readonly trash: Call<'prompts:trash'>;
  readonly restore: Call<'prompts:restore'>;
  readonly renameFolder: Call<'prompts:rename-folder'>;
  /** Errors: disk-full, write-failed. */
  readonly export: Call<'prompts:export'>;
  /** Every file is read before the first prompt is added. Error: prompts-unreadable. */
  readonly import: () => Promise<RequestOutput<'prompts:import'>>;
}

export function createPromptsService(options: PromptsServiceOptions): PromptsService {
  const { db, emit, now } = options;

  async function told<Value>(change: Promise<Value>): Promise<Value> {
    const value = await change;
    emit('prompts:changed', null);
    return value;
  }

  async function throughTrash<Value>(change: Promise<Value>): Promise<Value> {
    const value = await told(change);
    emit('trash:changed', null);
    return value;
  }

  return {
    save: (input) => told(db.savePrompt({ ...input, at: now() })),
    trash: (input) => throughTrash(db.trashPrompts({ ...input, at: now() })),
    restore: (input) => throughTrash(db.restorePrompts(input)),
    renameFolder: (input) => told(db.renamePromptFolder({ ...input, at: now() })),

    async export({ folder }) {
      const prompts = await db.readPrompts({ folder });
      const name = folder === null || folder === '' ? texts.prompts.fileName : folder.replaceAll('/', ' ');
      const path = await options.chooseSavePath({
        suggestedName: `${safeFileName(name, '')}.prompts.json`,
        extension: 'json',
        title: texts.prompts.exportTitle,
      });
      if (path !== null) await options.writeTextFile(path, renderPromptFile(prompts, now()));
      return { path, count: path === null ? 0 : prompts.length };
    },

    async import() {
      const paths = await options.choosePromptFiles();
      if (paths.length === 0) return null;
      const found: FilePrompt[] = [];
      for (const path of paths) {
        const name = basename(path);
        found.push(...readPromptFile(name, await options.readPromptText(path)));
        if (found.length > promptsAtOnce) throw unreadable(name, texts.prompts.tooMany(promptsAtOnce));
      }
      return told(db.importPrompts({ prompts: found.map(withId) }));
    },
  };

  function withId(prompt: FilePrompt) {
    const createdAt = prompt.createdAt ?? now();
    return { ...prompt, id: newId(), createdAt, updatedAt: prompt.updatedAt ?? createdAt };
  }
}
