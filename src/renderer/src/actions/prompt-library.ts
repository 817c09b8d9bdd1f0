import type { PromptId, PromptSummary } from '#shared/contract/prompts.ts';
import { text } from '#shared/text/index.ts';
import { api } from '../api.ts';
import { promptName, usePromptsStore } from '../stores/library/prompts-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { undoably } from './undo.ts';

/** To the trash, as a step that can be undone. */
export async function deletePrompt(prompt: Pick<PromptSummary, 'id' | 'title' | 'preview'>): Promise<void> {
  await undoably(async () => {
    const promptIds = await api.request('prompts:trash', { promptIds: [prompt.id] });
    return promptIds.length === 0 ? null : { kind: 'prompts-deleted', promptIds, title: promptName(prompt) };
  });
  await usePromptsStore.getState().load();
}

export async function renameFolder(from: string, to: string): Promise<void> {
  await api.request('prompts:rename-folder', { from, to });
  await usePromptsStore.getState().load();
}

/** A folder with those inside it; null = everything. */
export async function exportPrompts(folder: string | null): Promise<void> {
  const { path } = await api.request('prompts:export', { folder });
  if (path !== null) useNoticesStore.getState().show({ kind: 'exported', path });
}

export async function importPrompts(): Promise<void> {
  const result = await api.request('prompts:import');
  if (result === null) return;
  await usePromptsStore.getState().load();
  const sentence = text.prompts.imported(result.added, result.passedOver);
  useNoticesStore.getState().show({ kind: 'told', sentence });
}

/** 10 hexadecimal characters, as main makes them. */
export function newPromptId(): PromptId {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
