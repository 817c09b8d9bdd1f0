import { canContinue, type Message } from '#shared/domain.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';

/** Goes on with the last answer of the open session from its very last character. */
export async function continueLast(): Promise<void> {
  const { openSessionId, loadEnd, continueReply } = useChatStore.getState();
  // The last one of the session, not of the part one is reading.
  if (openSessionId !== null) await loadEnd(openSessionId);
  const answer = lastMessage();
  if (answer !== undefined && canContinue(answer)) await continueReply(answer);
}

export function canContinueLast(): boolean {
  const last = lastMessage();
  return last !== undefined && canContinue(last);
}

function lastMessage(): Message | undefined {
  const { openSessionId, conversations } = useChatStore.getState();
  return openSessionId === null ? undefined : conversations[openSessionId]?.messages.at(-1);
}
