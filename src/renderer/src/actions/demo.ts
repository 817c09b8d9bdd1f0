import { focusOn } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useModelsStore } from '../stores/window/models-store.ts';
import { newSession } from './sessions.ts';

/** Starts the demo, and shows a session in which the demo model answers. */
export async function tryDemo(): Promise<void> {
  await useModelsStore.getState().startDemo();
  await useModelsStore.getState().refresh();
  const demoModel = useModelsStore.getState().models[0]?.name;
  if (openConversation()?.messages.length !== 0) await newSession(null);
  const session = openConversation()?.session;
  if (session === undefined || demoModel === undefined) return;
  // A session that had a model of Ollama's would ask the demo for it.
  if (session.model !== null && session.model !== demoModel) {
    await useChatStore.getState().updateSession(session.id, { model: demoModel });
  }
  focusOn('composer');
}

export async function leaveDemo(): Promise<void> {
  await useModelsStore.getState().stopDemo();
  focusOn('composer');
}

function openConversation() {
  const { openSessionId, conversations } = useChatStore.getState();
  return openSessionId === null ? undefined : conversations[openSessionId];
}
