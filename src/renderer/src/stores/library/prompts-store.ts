import { create } from 'zustand';
import type { PromptSummary } from '#shared/contract/prompts.ts';
import { titleFromText } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import { api } from '../../api.ts';

interface PromptsStore {
  /** By folder, then by title. */
  readonly prompts: readonly PromptSummary[];
  readonly state: 'unread' | 'ready' | ErrorReport;
  load(): Promise<void>;
}

let lastRequest = 0;

/** The prompts of the library, without their bodies. */
export const usePromptsStore = create<PromptsStore>()((set) => ({
  prompts: [],
  state: 'unread',

  async load() {
    lastRequest += 1;
    const request = lastRequest;
    try {
      const prompts = await api.request('prompts:list');
      if (request === lastRequest) set({ prompts: inOrder(prompts), state: 'ready' });
    } catch (thrown) {
      if (request === lastRequest) set({ state: toErrorReport(thrown) });
    }
  },
}));

/** What a prompt is called: its title, else how it begins. */
export function promptName({ title, preview }: Pick<PromptSummary, 'title' | 'preview'>): string {
  return title || titleFromText(preview) || text.prompts.untitled;
}

/** What a prompt is found by. */
export function searchedName(prompt: PromptSummary): string {
  return prompt.folder === '' ? promptName(prompt) : `${promptName(prompt)} · ${prompt.folder}`;
}

const collator = new Intl.Collator(undefined, { numeric: true });

function inOrder(prompts: readonly PromptSummary[]): readonly PromptSummary[] {
  return [...prompts].sort(
    (one, other) =>
      collator.compare(one.folder, other.folder) ||
      collator.compare(promptName(one), promptName(other)) ||
      one.createdAt - other.createdAt,
  );
}
