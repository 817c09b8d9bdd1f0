import type { PromptSummary } from '#shared/contract/prompts.ts';
import { fuzzyFind } from '../format/fuzzy.ts';
import { searchedName, usePromptsStore } from '../stores/library/prompts-store.ts';

/** The prompts that fit a few letters of name and folder, the best first; all of them without letters. */
export function findPrompts(written: string): readonly PromptSummary[] {
  const { prompts } = usePromptsStore.getState();
  const names = prompts.map(searchedName);
  return fuzzyFind(names, written).flatMap(({ index }) => prompts[index] ?? []);
}
