import type { Session, SessionId } from '#shared/domain.ts';

/** The last change of each session on its way to main. */
const updates = new Map<SessionId, Promise<Session>>();

/**
 * Sends a change when the one before it is known or refused: main asks Ollama about some, and the one made last has to be
 * the one that stays.
 */
export function updateInOrder(sessionId: SessionId, send: () => Promise<Session>): Promise<Session> {
  const update = (updates.get(sessionId) ?? Promise.resolve()).then(send, send);
  updates.set(sessionId, update);
  return update;
}

/** Resolves when the last change of a session is known to main, or was refused. */
export async function updatesSettled(sessionId: SessionId): Promise<void> {
  await updates.get(sessionId)?.catch(() => undefined);
}
