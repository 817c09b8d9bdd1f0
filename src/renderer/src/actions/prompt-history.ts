import { text } from '#shared/text/index.ts';
import { api } from '../api.ts';
import { usePromptWalkStore } from '../stores/chat/prompt-walk-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';

/** Forgets everything that was sent, here and in every file. The messages stay. */
export async function forgetPrompts(): Promise<void> {
  await api.request('prompt-history:clear');
  usePromptWalkStore.getState().forget();
  useNoticesStore.getState().show({ kind: 'told', sentence: text.writing.settings.cleared });
}
