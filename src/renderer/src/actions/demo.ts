import { focusOn } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useModelsStore } from '../stores/window/models-store.ts';
import { newSession } from './sessions.ts';

/** Starts the demo, and shows a session in which the demo model answers. */
export async function tryDemo(): Promise<void> {
  await useModelsStore.getState().startDemo();
  await useModelsStore.getState().refresh();
  const demoModel = useModelsStore.getState().models[0]?.name;
  const { openSessionId, conversations } = useChatStore.getState();
  const isEmpty = openSessionId !== null && conversations[openSessionId]?.messages.length === 0;
  const sessionId = isEmpty ? openSessionId : await newSession(null);
  const session = useChatStore.getState().conversations[sessionId]?.session;
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
