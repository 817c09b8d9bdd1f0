import { useEffect, useState } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';

/** `going`: the next one goes by itself. Otherwise why it does not. */
export type QueueState = 'going' | 'stopped' | 'failed' | 'interrupted' | 'other';

/** Between the end of an answer and the next question, in milliseconds: no reason to say that something waits. */
const betweenTurnsMs = 500;

export function useQueueState(sessionId: SessionId): QueueState {
  const isAnswering = useChatStore((store) => store.running[sessionId] !== undefined);
  const status = useChatStore((store) => {
    const conversation = store.conversations[sessionId];
    return conversation?.hasNewer === false ? conversation.messages.at(-1)?.status : undefined;
  });
  const [isIdle, setIdle] = useState(false);

  useEffect(() => {
    setIdle(false);
    if (isAnswering) return;
    const timer = setTimeout(() => setIdle(true), betweenTurnsMs);
    return () => clearTimeout(timer);
  }, [isAnswering]);

  if (isAnswering) return 'going';
  if (status === 'stopped' || status === 'failed' || status === 'interrupted') return status;
  return isIdle ? 'other' : 'going';
}
