import type { PromptId } from '#shared/contract/prompts.ts';
import type { SessionId } from '#shared/domain.ts';
import { api } from '../api.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { usePromptsStore } from '../stores/library/prompts-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { insertIntoDraft } from './insert-into-draft.ts';
import { newSession } from './sessions.ts';

// What the rest of the window does with prompts; `prompt-library.ts` is for the library's own dialog.

/** Puts a prompt into the draft of a session; asks for its variables first when it has any. Error: not-found. */
export async function insertPrompt(sessionId: SessionId, promptId: PromptId): Promise<void> {
  const { body } = await api.request('prompts:get', { promptId });
  await insertPromptText(sessionId, promptId, body);
}

/** The same for the session that is shown, or a new one; `written` is a text that may not be saved yet. */
export async function insertPromptHere(promptId: PromptId, written?: string): Promise<void> {
  const sessionId = useChatStore.getState().openSessionId ?? (await newSession(null));
  if (written === undefined) await insertPrompt(sessionId, promptId);
  else await insertPromptText(sessionId, promptId, written);
}

async function insertPromptText(sessionId: SessionId, promptId: PromptId, body: string): Promise<void> {
  const { fillPrompt, parsePrompt, questionsOf } = await import('#shared/prompt-variables.ts');
  const parts = parsePrompt(body);
  if (questionsOf(parts).length > 0) {
    useViewStore.getState().openAbout({ name: 'fill-prompt', sessionId, promptId, body });
    return;
  }
  useViewStore.getState().show('conversation');
  insertIntoDraft(sessionId, fillPrompt(parts, new Map(), new Date()));
}

export function openPrompts(promptId: PromptId | null = null): void {
  useViewStore.getState().openAbout({ name: 'prompts', promptId });
}

/** Keeps a text as a new prompt, and shows it to be named. */
async function saveAsPrompt(body: string): Promise<void> {
  const { newPromptId } = await import('./prompt-library.ts');
  const promptId = newPromptId();
  await api.request('prompts:save', { promptId, fields: { folder: '', title: '', body } });
  await usePromptsStore.getState().load();
  openPrompts(promptId);
}

/** What was sent was meant as it stands: braces in it are no variables. */
export async function saveMessageAsPrompt(content: string): Promise<void> {
  const { escapePrompt } = await import('#shared/prompt-variables.ts');
  await saveAsPrompt(escapePrompt(content));
}

/** A draft may be written to become a prompt, with variables. */
export async function saveDraftAsPrompt(sessionId: SessionId): Promise<void> {
  const draft = useDraftsStore.getState().drafts[sessionId] ?? '';
  if (draft.trim() !== '') await saveAsPrompt(draft);
}
