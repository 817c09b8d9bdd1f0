import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { SessionId } from '#shared/domain.ts';
import { api } from '../../api.ts';

/** Turns of each session that this window has shown: asked in it, or sent by main from the queue. */
const counts = new Map<SessionId, number>();
/** The last question of each session on its way to main. */
const asking = new Map<SessionId, Promise<unknown>>();

/** A question has just been shown; `saved` settles when main has it, or has refused it. */
export function noteTurn(sessionId: SessionId, saved?: Promise<unknown>): void {
  counts.set(sessionId, turnsOf(sessionId) + 1);
  if (saved === undefined) return;
  const forget = () => asking.get(sessionId) === saved && asking.delete(sessionId);
  asking.set(sessionId, saved);
  saved.then(forget, forget);
}

/**
 * What `read` says of a session. The answer to a request and an event have no fixed order between them: if a question was
 * shown meanwhile, the answer may not know of it yet, so main is asked once more what is to be shown now.
 */
export async function readInOrder(
  sessionId: SessionId,
  read: () => Promise<OpenedSession>,
): Promise<OpenedSession> {
  // A question that main does not have yet is in no answer of main's.
  const sending = asking.get(sessionId);
  if (sending !== undefined) await sending.catch(() => undefined);
  const before = turnsOf(sessionId);
  const opened = await read();
  if (turnsOf(sessionId) === before) return opened;
  return readInOrder(sessionId, () => api.request('sessions:open', { sessionId }));
}

function turnsOf(sessionId: SessionId): number {
  return counts.get(sessionId) ?? 0;
}
