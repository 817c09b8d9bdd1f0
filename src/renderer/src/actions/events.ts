import type { ChatDelta } from '#shared/contract/chat.ts';
import { api } from '../api.ts';
import { runCommand } from '../commands/run-command.ts';
import { useChatStore } from '../stores/chat-store.ts';
import { useDraftsStore } from '../stores/drafts-store.ts';
import { createFrameBuffer } from '../stores/frame-buffer.ts';
import { useModelsStore } from '../stores/models-store.ts';
import { useNoticesStore } from '../stores/notices-store.ts';
import { useSessionsStore } from '../stores/sessions-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { announceEnd } from './announce.ts';
import { attempt } from './attempt.ts';
import { leaveSession } from './sessions.ts';

/** Leads every event of main to the store it concerns. Returns the function that ends that. */
export function subscribeToEvents(): () => void {
  const chat = useChatStore.getState();
  const sessions = useSessionsStore.getState();
  const pieces = createFrameBuffer<ChatDelta>(chat.deltas);

  const subscriptions = [
    api.on('chat:started', chat.started),
    api.on('chat:delta', pieces.push),
    api.on('chat:ended', ({ reply }) => {
      pieces.flush();
      chat.ended(reply);
      announceEnd(reply);
    }),
    api.on('chat:journal', ({ replyId, error }) => chat.journal(replyId, error)),
    api.on('session:changed', (session) => {
      sessions.changed(session);
      chat.summaryChanged(session);
    }),
    api.on('session:removed', ({ sessionId }) => attempt(() => leaveSession(sessionId))),
    api.on('projects:changed', () => attempt(sessions.load)),
    api.on('ollama:changed', useModelsStore.getState().statusChanged),
    api.on('settings:changed', useSettingsStore.getState().changed),
    api.on('command:chosen', ({ id }) => runCommand(id)),
    useDraftsStore.subscribe(({ savingProblem: error }, before) => {
      if (error !== null && error.code !== before.savingProblem?.code) {
        useNoticesStore.getState().show({ kind: 'problem', error });
      }
    }),
    api.on('window:closing', () => attempt(saveAndAllowClosing)),
    api.on('app:problem', (error) => useNoticesStore.getState().show({ kind: 'problem', error })),
  ];
  return () => {
    pieces.flush();
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}

/** The window waits a moment for this before it goes. */
async function saveAndAllowClosing(): Promise<void> {
  // A field that saves when it is left is left now.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await useDraftsStore.getState().flush();
  await api.request('window:may-close');
}
