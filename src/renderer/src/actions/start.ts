import { useChatStore } from '../stores/chat/chat-store.ts';
import { usePromptsStore } from '../stores/library/prompts-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { useTagsStore } from '../stores/library/tags-store.ts';
import { useModelsStore } from '../stores/window/models-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { recall } from '../stores/window/remembered.ts';
import { useSettingsStore } from '../stores/window/settings-store.ts';
import { attempt } from './attempt.ts';
import { newSession, openSession } from './sessions.ts';
import { layoutNow, sessionsInOrder } from './sidebar-order.ts';

let isStarted = false;

/** Reads what a window shows first. Runs once for each time the window is loaded. */
export function startWindow(): void {
  if (isStarted) return;
  isStarted = true;
  attempt(() => useModelsStore.getState().load());
  attempt(async () => {
    const { notices } = await useSettingsStore.getState().load();
    for (const notice of notices) useNoticesStore.getState().show({ kind: 'start', notice });
  });
  attempt(() => useTagsStore.getState().load());
  attempt(() => usePromptsStore.getState().load());
  attempt(async () => {
    await Promise.all([useChatStore.getState().loadRunning(), useSessionsStore.getState().load()]);
    await openFirstSession();
  });
}

/** The session shown last, else the one with the newest activity, else a new one. */
async function openFirstSession(): Promise<void> {
  if (useChatStore.getState().openSessionId !== null) return;
  const sessions = sessionsInOrder(layoutNow());
  const last = recall('open-session');
  if (last !== null && sessions.length > 0) {
    if (await openSession(last)) return;
    useChatStore.getState().forget(last);
  }
  const newest = sessions.reduce<(typeof sessions)[number] | undefined>(
    (best, each) => (best === undefined || each.updatedAt > best.updatedAt ? each : best),
    undefined,
  );
  if (newest === undefined) await newSession(null);
  else await openSession(newest.id);
}
