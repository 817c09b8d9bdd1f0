import type { PromptHistoryPage } from '#shared/contract/prompt-history.ts';
import type {
  Prompt,
  PromptFields,
  PromptId,
  PromptImport,
  PromptSummary,
} from '#shared/contract/prompts.ts';

/** The prompt library, and what was sent before. See `Database` for what holds of all calls. */
export interface PromptCalls {
  /** Those not in the trash, by folder. */
  listPrompts(): readonly PromptSummary[];
  getPrompt(input: { readonly promptId: PromptId }): Prompt;
  /** Makes it, or writes it anew; not one that is in the trash. */
  savePrompt(input: {
    readonly promptId: PromptId;
    readonly fields: PromptFields;
    readonly at: number;
  }): Prompt;
  /** Passes over what is not there; gives those that went to the trash just now. */
  trashPrompts(input: { readonly promptIds: readonly PromptId[]; readonly at: number }): readonly PromptId[];
  /** Passes over what is not there; gives all of them that are outside the trash now. */
  restorePrompts(input: { readonly promptIds: readonly PromptId[] }): readonly PromptId[];
  /** With the folders inside it. */
  renamePromptFolder(input: { readonly from: string; readonly to: string; readonly at: number }): void;
  /** Those of a folder and the folders inside it; null = all. */
  readPrompts(input: { readonly folder: string | null }): readonly Prompt[];
  /** Passes over what is there with the same folder, title and body. */
  importPrompts(input: { readonly prompts: readonly Omit<Prompt, 'preview'>[] }): PromptImport;
  /** What was sent, newest first; see the contract's request. */
  listPromptHistory(input: {
    readonly before: number | null;
    readonly containing: string;
    readonly limit: number;
  }): PromptHistoryPage;
  clearPromptHistory(): void;
}
