import { create } from 'zustand';
import type { MessageId, SessionId } from '#shared/domain.ts';
import type { Separators } from '#shared/fold/find-folded.ts';

/** One occurrence to bring into view. */
export interface MarkTarget {
  readonly messageId: MessageId;
  /** The first one of its message is 0. */
  readonly occurrence: number;
  /** What is folded is unfolded for it. */
  readonly part: 'content' | 'thinking';
  /** Whether the message takes the keyboard. */
  readonly takesFocus: boolean;
}

interface MarksStore {
  /** The session whose words are marked; null = nothing is. */
  readonly sessionId: SessionId | null;
  /** As they were typed; found whatever their case and accents. */
  readonly terms: readonly string[];
  /** Whether the signs between words are looked for too: in a session they are, in a search of everything not. */
  readonly separators: Separators;
  /** A new object each time, so that going to the same place again scrolls there again. */
  readonly target: MarkTarget | null;

  mark(
    sessionId: SessionId,
    terms: readonly string[],
    separators: Separators,
    target: MarkTarget | null,
  ): void;
  clear(): void;
}

const nothing = { sessionId: null, terms: [], separators: 'kept', target: null } as const;

/** Which words are marked in the transcript, and which of them is the one looked at. */
export const useMarksStore = create<MarksStore>()((set) => ({
  ...nothing,
  mark: (sessionId, terms, separators, target) =>
    set((before) => ({
      sessionId,
      separators,
      target,
      terms: isSame(before.terms, terms) ? before.terms : terms,
    })),
  clear: () => set(nothing),
}));

/** True while the words looked for are in this part of this message, which may be folded. */
export function useIsRevealed(messageId: MessageId, part: MarkTarget['part']): boolean {
  return useMarksStore(({ target }) => target?.messageId === messageId && target.part === part);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((term, index) => term === other[index]);
}
