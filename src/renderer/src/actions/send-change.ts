import { type BulkChange, bulkLimit } from '#shared/contract/sessions.ts';
import type { SessionId, SessionSummary } from '#shared/domain.ts';
import { api } from '../api.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useHistoryStore } from '../stores/finding/history-store.ts';
import { useSearchStore } from '../stores/finding/search-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';

/** Changes sessions, and shows what became of them; those that are gone are passed over. */
export async function sendChange(
  sessionIds: readonly SessionId[],
  change: BulkChange,
): Promise<readonly SessionSummary[]> {
  const changed = await inPieces(sessionIds, (piece) =>
    api.request('sessions:change-many', { sessionIds: piece, change }),
  );
  sessionsChanged(changed);
  return changed;
}

/** Gives the ones that went to the trash just now. */
export function sendToTrash(sessionIds: readonly SessionId[]): Promise<readonly SessionId[]> {
  return inPieces(sessionIds, (piece) => api.request('sessions:trash', { sessionIds: piece }));
}

/** Gives those that are there now. */
export async function restoreSessions(sessionIds: readonly SessionId[]): Promise<readonly SessionSummary[]> {
  const restored = await inPieces(sessionIds, (piece) =>
    api.request('sessions:restore', { sessionIds: piece }),
  );
  sessionsChanged(restored);
  return restored;
}

/** Leads sessions as they are now to everything that shows them. */
export function sessionsChanged(sessions: readonly SessionSummary[]): void {
  useSessionsStore.getState().changed(sessions);
  useHistoryStore.getState().changed(sessions);
  useSearchStore.getState().noteChange();
  for (const session of sessions) useChatStore.getState().summaryChanged(session);
}

/** Main takes so many at once. */
async function inPieces<Answer>(
  sessionIds: readonly SessionId[],
  send: (piece: SessionId[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < sessionIds.length; from += bulkLimit) {
    answers.push(...(await send(sessionIds.slice(from, from + bulkLimit))));
  }
  return answers;
}
