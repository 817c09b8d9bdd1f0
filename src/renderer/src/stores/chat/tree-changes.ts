import type { SessionId } from '#shared/domain.ts';
import { api } from '../../api.ts';

/** Changes that come closer together are told of once. */
const pauseMs = 250;

/** Calls `changed` a moment after messages of the session came, went, or got their end. Returns what ends that. */
export function onTreeChange(sessionId: SessionId, changed: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      changed();
    }, pauseMs);
  };
  const subscriptions = [
    api.on('session:branches-changed', (branches) => branches.sessionId === sessionId && soon()),
    api.on('chat:started', (reply) => reply.sessionId === sessionId && soon()),
    api.on('chat:ended', ({ reply }) => reply.sessionId === sessionId && soon()),
    api.on('sessions:changed', (sessions) => sessions.some(({ id }) => id === sessionId) && soon()),
  ];
  return () => {
    clearTimeout(waiting);
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}
