import type { PromptSummary } from '#shared/contract/prompts.ts';
import { fuzzyFind } from '../../format/fuzzy.ts';
import { promptName, searchedName } from '../../stores/library/prompts-store.ts';

export type PromptRow =
  | { readonly kind: 'folder'; readonly key: string; readonly folder: string }
  | {
      readonly kind: 'prompt';
      readonly key: string;
      readonly prompt: PromptSummary;
      readonly name: string;
      /** Place among the prompts of the list. */
      readonly place: number;
    };

/** What the list shows: folders with their prompts, or, for some letters, the prompts that fit, the best first. */
export function promptRows(prompts: readonly PromptSummary[], letters: string): readonly PromptRow[] {
  if (letters.trim() === '') return grouped(prompts);
  return fuzzyFind(prompts.map(searchedName), letters)
    .flatMap(({ index }) => prompts[index] ?? [])
    .map(rowOf);
}

function grouped(prompts: readonly PromptSummary[]): readonly PromptRow[] {
  return prompts.flatMap((prompt, place) => {
    const row = rowOf(prompt, place);
    const isFirst = prompts[place - 1]?.folder !== prompt.folder;
    if (!isFirst || prompt.folder === '') return [row];
    return [{ kind: 'folder' as const, key: `folder-${prompt.folder}`, folder: prompt.folder }, row];
  });
}

function rowOf(prompt: PromptSummary, place: number): PromptRow {
  return { kind: 'prompt', key: prompt.id, prompt, name: promptName(prompt), place };
}
