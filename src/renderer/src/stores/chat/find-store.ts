import { create } from 'zustand';
import type { SessionMatch, SessionMatches } from '#shared/contract/search.ts';
import type { MessageId, Session, SessionId } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';

interface FindStore {
  /** The session whose bar is open; null = none is. */
  readonly sessionId: SessionId | null;
  /** Kept for the next time. */
  readonly text: string;
  /** Null while nobody has counted `text` in that session yet. */
  readonly matches: SessionMatches | null;
  readonly problem: ErrorReport | null;
  /** The occurrence looked at, counted over the whole branch from its beginning; null = none yet. */
  readonly current: number | null;

  open(sessionId: SessionId): void;
  close(): void;
  /** Counts anew. An answer that comes after a later question is thrown away; gives what is known then. */
  search(text: string): Promise<SessionMatches | null>;
  goTo(current: number): void;
}

/** The bar that finds words in the session shown. */
export const useFindStore = create<FindStore>()((set, get) => ({
  sessionId: null,
  text: '',
  matches: null,
  problem: null,
  current: null,

  open: (sessionId) => {
    if (get().sessionId !== sessionId) set({ sessionId, matches: null, problem: null, current: null });
  },

  close: () => set({ sessionId: null, matches: null, problem: null, current: null }),

  async search(text) {
    const { sessionId } = get();
    set({ text });
    if (sessionId === null || text === '') {
      set({ matches: null, problem: null, current: null });
      return null;
    }
    const isStillAsked = () => get().sessionId === sessionId && get().text === text;
    try {
      const matches = await api.request('search:in-session', { sessionId, text });
      if (!isStillAsked()) return null;
      set({ matches, problem: null });
      return matches;
    } catch (thrown) {
      if (isStillAsked()) set({ matches: null, problem: toErrorReport(thrown), current: null });
      return null;
    }
  },

  goTo: (current) => set({ current }),
}));

/** Another one whenever there may be something else to count: other messages, or another branch of them. */
export function versionOf(session: Pick<Session, 'updatedAt' | 'activeLeafId'> | undefined): string {
  return `${session?.updatedAt} ${session?.activeLeafId}`;
}

export function totalOf(matches: readonly SessionMatch[]): number {
  return matches.reduce((sum, { count }) => sum + count, 0);
}

/** Which message an occurrence of the branch is in, and which of that message's it is. */
export function occurrenceAt(
  matches: readonly SessionMatch[],
  index: number,
): { readonly messageId: MessageId; readonly occurrence: number } | undefined {
  let left = index;
  for (const { messageId, count } of matches) {
    if (left < count) return { messageId, occurrence: left };
    left -= count;
  }
  return undefined;
}

/**
 * The occurrence to begin with: the first in or below the first message seen, else the last above it. Of the branch only
 * `loaded` is known in its order, so what is below all of that comes before what is above.
 */
export function nearestOccurrence(
  matches: readonly SessionMatch[],
  loaded: readonly MessageId[],
  firstSeen: MessageId | null,
): number | null {
  if (matches.length === 0) return null;
  const places = new Map(loaded.map((id, index) => [id, index]));
  const seen = firstSeen === null ? 0 : (places.get(firstSeen) ?? 0);
  let before = 0;
  let lastAbove: number | null = null;
  let isLoadedPassed = false;
  for (const { messageId, count } of matches) {
    const place = places.get(messageId);
    if (place !== undefined && place >= seen) return before;
    // The first match behind a loaded one that is itself not loaded lies below the window.
    if (place === undefined && isLoadedPassed) return before;
    if (place !== undefined) isLoadedPassed = true;
    lastAbove = before + count - 1;
    before += count;
  }
  return lastAbove;
}
