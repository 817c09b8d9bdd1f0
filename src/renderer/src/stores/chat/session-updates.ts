import type { Session, SessionId } from '#shared/domain.ts';

/** The last change of each session on its way to main. */
const updates = new Map<SessionId, Promise<Session>>();

export function noteUpdate(sessionId: SessionId, update: Promise<Session>): void {
  updates.set(sessionId, update);
}

/** Resolves when the last change of a session is known to main, or was refused. */
export async function updatesSettled(sessionId: SessionId): Promise<void> {
  await updates.get(sessionId)?.catch(() => undefined);
}
