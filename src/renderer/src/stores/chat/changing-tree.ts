import type { SessionId } from '#shared/domain.ts';

/** Sessions this window is taking messages out of: main's answer says it all, its event need not be followed. */
const changing = new Set<SessionId>();

export function isChangingTree(sessionId: SessionId): boolean {
  return changing.has(sessionId);
}

export async function whileChangingTree<Value>(
  sessionId: SessionId,
  change: () => Promise<Value>,
): Promise<Value> {
  changing.add(sessionId);
  try {
    return await change();
  } finally {
    changing.delete(sessionId);
  }
}
