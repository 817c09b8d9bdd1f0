import type { ChatDelta } from '#shared/contract/chat.ts';
import { api } from '../api.ts';
import { runCommand } from '../commands/run-command.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { useEditsStore } from '../stores/chat/edits-store.ts';
import { createFrameBuffer } from '../stores/chat/frame-buffer.ts';
import { useQueueStore } from '../stores/chat/queue-store.ts';
import { useHistoryStore } from '../stores/finding/history-store.ts';
import { useRecencyStore } from '../stores/finding/recency-store.ts';
import { useSearchStore } from '../stores/finding/search-store.ts';
import { usePromptsStore } from '../stores/library/prompts-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { useTagsStore } from '../stores/library/tags-store.ts';
import { useModelsStore } from '../stores/window/models-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { useSettingsStore } from '../stores/window/settings-store.ts';
import { announceEnd } from './announce.ts';
import { announceGrowingAnswers } from './announce-answer.ts';
import { attempt } from './attempt.ts';
import { questionAsked } from './queue.ts';
import { watchRecency } from './recency.ts';
import { sessionsChanged } from './send-change.ts';
import { leaveSessions } from './sessions.ts';
import { followSeveralAnswers } from './side-by-side.ts';
import { followStatistics } from './statistics.ts';
import { followTrash } from './trash.ts';
import { watchMainView } from './watch-main-view.ts';
import { watchVoices } from './watch-voices.ts';

/** Leads every event of main to the store it concerns. Returns the function that ends that. */
export function subscribeToEvents(): () => void {
  const chat = useChatStore.getState();
  const sessions = useSessionsStore.getState();
  const pieces = createFrameBuffer<ChatDelta>(chat.deltas);

  const subscriptions = [
    api.on('chat:started', chat.started),
    api.on('chat:delta', pieces.push),
    api.on('chat:asked', ({ user, replies }) => questionAsked(user, replies)),
    api.on('queue:changed', ({ sessionId, queue }) => useQueueStore.getState().changed(sessionId, queue)),
    api.on('chat:ended', ({ reply }) => {
      pieces.flush();
      chat.ended(reply);
      announceEnd(reply);
    }),
    api.on('chat:journal', ({ replyId, error }) => chat.journal(replyId, error)),
    api.on('sessions:changed', sessionsChanged),
    api.on('sessions:removed', (sessionIds) => attempt(() => leaveSessions(sessionIds))),
    api.on('session:branches-changed', ({ sessionId }) => attempt(() => chat.readAnew(sessionId))),
    api.on('projects:changed', () => {
      attempt(sessions.loadProjects);
      // Its name stands beside what was found in it.
      useSearchStore.getState().noteChange();
    }),
    api.on('tags:changed', () => attempt(useTagsStore.getState().load)),
    api.on('prompts:changed', () => attempt(usePromptsStore.getState().load)),
    api.on('ollama:changed', useModelsStore.getState().statusChanged),
    api.on('settings:changed', useSettingsStore.getState().changed),
    useSettingsStore.subscribe(({ settings }) => attempt(() => sessions.setSort(settings.sessionSort))),
    api.on('command:chosen', ({ id }) => runCommand(id)),
    followTrash(),
    followSeveralAnswers(),
    followStatistics(),
    api.on('sessions:removed', (sessionIds) => {
      useSearchStore.getState().removed(sessionIds);
      useHistoryStore.getState().removed(sessionIds);
      useRecencyStore.getState().removed(sessionIds);
    }),
    watchMainView(),
    watchVoices(),
    announceGrowingAnswers(),
    watchRecency(),
    useDraftsStore.subscribe(({ savingProblem: error }, before) => {
      if (error !== null && error.code !== before.savingProblem?.code) {
        useNoticesStore.getState().show({ kind: 'problem', error });
      }
    }),
    useEditsStore.subscribe(({ savingProblem: error }, before) => {
      if (error !== null && error.code !== before.savingProblem?.code) {
        useNoticesStore.getState().show({ kind: 'problem', error });
      }
    }),
    api.on('window:closing', () => attempt(saveAndAllowClosing)),
    api.on('transfer:working', ({ kind: work, isWorking }) => {
      const { show, drop } = useNoticesStore.getState();
      (isWorking ? show : drop)({ kind: 'working', work });
    }),
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
  await Promise.all([useEditsStore.getState().flush(), useDraftsStore.getState().flush()]);
  await api.request('window:may-close');
}
