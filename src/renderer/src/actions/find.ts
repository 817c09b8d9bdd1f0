import type { SessionId } from '#shared/domain.ts';
import { focusOn } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { nearestOccurrence, occurrenceAt, totalOf, useFindStore } from '../stores/chat/find-store.ts';
import { useMarksStore } from '../stores/chat/marks-store.ts';

/** Opens the bar, or goes back into it. */
export function findInSession(sessionId: SessionId): void {
  useFindStore.getState().open(sessionId);
  focusOn('find');
}

export function closeFind(): void {
  useFindStore.getState().close();
  useMarksStore.getState().clear();
}

/** Counts a text in the session of the bar, marks it, and goes to the occurrence nearest to `firstSeenId`. */
export async function find(text: string, firstSeenId: string | null): Promise<void> {
  const found = await useFindStore.getState().search(text);
  const { sessionId, text: asked } = useFindStore.getState();
  if (sessionId === null || asked === '') useMarksStore.getState().clear();
  if (found === null || sessionId === null) return;
  const loaded = useChatStore.getState().conversations[sessionId]?.messages.map(({ id }) => id) ?? [];
  const nearest = nearestOccurrence(found.matches, loaded, firstSeenId);
  if (nearest === null) useMarksStore.getState().mark(sessionId, [text], 'kept', null);
  else await goToOccurrence(nearest);
}

/** Counts again, because the conversation has changed; the view stays where it is. */
export async function countAgain(): Promise<void> {
  const { search, text, current, goTo } = useFindStore.getState();
  const found = await search(text);
  if (found !== null && current !== null) goTo(Math.min(current, Math.max(0, totalOf(found.matches) - 1)));
}

/** The next occurrence (1) or the one before (-1), round the ends of the branch. */
export async function findNext(step: 1 | -1): Promise<void> {
  const { matches, current } = useFindStore.getState();
  const total = totalOf(matches?.matches ?? []);
  if (total === 0) return;
  const next = current === null ? (step === 1 ? 0 : total - 1) : (current + step + total) % total;
  await goToOccurrence(next);
}

async function goToOccurrence(index: number): Promise<void> {
  const { sessionId, matches, text } = useFindStore.getState();
  const place = occurrenceAt(matches?.matches ?? [], index);
  if (sessionId === null || place === undefined) return;
  useFindStore.getState().goTo(index);
  const isStillWanted = () =>
    useChatStore.getState().openSessionId === sessionId &&
    useFindStore.getState().sessionId === sessionId &&
    useFindStore.getState().current === index;
  await loadMessage(sessionId, place.messageId, isStillWanted);
  if (isStillWanted()) {
    useMarksStore
      .getState()
      .mark(sessionId, [text], 'kept', { ...place, part: 'content', takesFocus: false });
  }
}

/** The page around a message, unless it is loaded. */
async function loadMessage(sessionId: SessionId, messageId: string, isWanted: () => boolean): Promise<void> {
  const { conversations, readAt } = useChatStore.getState();
  const isLoaded = conversations[sessionId]?.messages.some(({ id }) => id === messageId) === true;
  if (!isLoaded) await readAt(sessionId, messageId, isWanted);
}
