import type { SessionId } from '#shared/domain.ts';
import { api } from '../api.ts';
import { deleteBranch } from './deleting.ts';

/** Sends every message of a session to the trash, branch by branch, each of which can be taken back. False when there is none. */
export async function clearSession(sessionId: SessionId): Promise<boolean> {
  const { messages } = await api.request('messages:outline', { sessionId });
  const roots = messages.filter(({ parentId }) => parentId === null);
  for (const { id } of roots) await deleteBranch(sessionId, id);
  return roots.length > 0;
}
