import type { SessionId } from '#shared/domain.ts';
import { api } from '../api.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';

/** Messages read at the beginning: a few screens. */
const beginningSize = 40;

/** Loads the beginning of the active branch, unless it is loaded. */
export async function loadBeginning(sessionId: SessionId): Promise<void> {
  const conversation = useChatStore.getState().conversations[sessionId];
  if (conversation === undefined || !conversation.hasOlder) return;
  const page = await api.request('sessions:newer', { sessionId, afterId: null, limit: beginningSize });
  useChatStore.setState((state) => {
    const present = state.conversations[sessionId];
    if (present === undefined) return state;
    // What is loaded now may be far away: the beginning takes its place.
    return { conversations: { ...state.conversations, [sessionId]: { ...present, ...page } } };
  });
}
