import type { MessageId, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { focusOn } from '../focus.ts';
import { useElsewhere } from '../stores/finding/elsewhere-store.ts';
import { useHistoryStore } from '../stores/finding/history-store.ts';
import type { ResultRow } from '../stores/finding/search-results.ts';
import { useSearchStore } from '../stores/finding/search-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { attempt } from './attempt.ts';
import { openAt } from './open-at.ts';
import { openSession } from './sessions.ts';

/** Shows the search with what was looked for last, ready to be written over. */
export function openSearch(): void {
  useViewStore.getState().show('search');
  useSearchStore.getState().askForFocus(true);
}

/** Shows the search with these words looked for. */
export function searchFor(query: string): void {
  useSearchStore.getState().setQuery(query);
  openSearch();
}

/** The session of a row; for a hit the branch and the very words. */
export function openResult(row: ResultRow, terms: readonly string[]): void {
  if (row.kind === 'hit') {
    attempt(() => openHit(row.group.session.id, row.hit.messageId, terms));
    return;
  }
  attempt(() => openSession(row.group.session.id));
  focusOn('composer');
}

/** A hit on another branch makes that one the shown branch, which is said. */
async function openHit(sessionId: SessionId, messageId: MessageId, terms: readonly string[]): Promise<void> {
  const isElsewhere = useElsewhere.getState().ids.has(messageId);
  await openAt(sessionId, messageId, terms);
  if (!isElsewhere) return;
  useNoticesStore.getState().show({ kind: 'told', sentence: text.search.branchShown });
}

/** Shows all sessions by day. */
export function openHistory(): void {
  useViewStore.getState().show('history');
  useHistoryStore.getState().askForFocus(true);
}

export function leaveToConversation(): void {
  useViewStore.getState().show('conversation');
  focusOn('composer');
}
