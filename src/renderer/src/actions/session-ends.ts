import type { SessionId } from '#shared/domain.ts';
import { api } from '../api.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import type { Conversation } from '../stores/chat/conversation.ts';
import { endsAsked } from '../stores/chat/ends-asked.ts';

/** Messages read at the beginning: a few screens. */
const beginningSize = 40;

/**
 * Loads the beginning of the active branch, unless it is loaded. False when it is not wanted any more: somebody has asked
 * for the end meanwhile, for another branch, or for an answer.
 */
export async function loadBeginning(sessionId: SessionId): Promise<boolean> {
  const before = useChatStore.getState().conversations[sessionId];
  if (before === undefined) return false;
  if (!before.hasOlder) return true;
  const ends = endsAsked(sessionId);
  const page = await api.request('sessions:newer', { sessionId, afterId: null, limit: beginningSize });
  const { conversations } = useChatStore.getState();
  const present = conversations[sessionId];
  if (present === undefined || ends !== endsAsked(sessionId) || !isSameEnd(present, before)) return false;
  // What is loaded now may be far away: the beginning takes its place.
  useChatStore.setState({ conversations: { ...conversations, [sessionId]: { ...present, ...page } } });
  return true;
}

function isSameEnd(one: Conversation, other: Conversation): boolean {
  return (
    one.session.activeLeafId === other.session.activeLeafId &&
    one.messages.at(-1)?.id === other.messages.at(-1)?.id
  );
}
