import type { SessionId } from '#shared/domain.ts';

const asked = new Map<SessionId, number>();

export function noteEndAsked(sessionId: SessionId): void {
  asked.set(sessionId, endsAsked(sessionId) + 1);
}

/** How often somebody wanted to see the end of a session: a beginning that is read meanwhile is not wanted any more. */
export function endsAsked(sessionId: SessionId): number {
  return asked.get(sessionId) ?? 0;
}
