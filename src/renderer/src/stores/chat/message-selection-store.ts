import { create } from 'zustand';
import type { MessageId, SessionId } from '#shared/domain.ts';
import { anchoredAt, extended, nothingSelected, type Selection, toggled } from '../library/selection.ts';

interface MessageSelectionStore {
  /** The session whose messages are being chosen; null = none. */
  readonly sessionId: SessionId | null;
  readonly selection: Selection;

  /** `isChosen`: the message choosing begins at is the first one chosen. */
  begin(sessionId: SessionId, messageId: MessageId, isChosen: boolean): void;
  toggle(messageId: MessageId): void;
  /** From the anchor to `messageId`, in the order of `loaded`; from where the anchor is not loaded, that one alone. */
  extendTo(messageId: MessageId, loaded: readonly MessageId[]): void;
  end(): void;
}

/** Messages chosen for what is done with several at once. */
export const useMessageSelection = create<MessageSelectionStore>()((set) => ({
  sessionId: null,
  selection: nothingSelected,

  begin: (sessionId, messageId, isChosen) =>
    set({ sessionId, selection: isChosen ? toggled(nothingSelected, messageId) : anchoredAt(messageId) }),

  toggle: (messageId) => set(({ selection }) => ({ selection: toggled(selection, messageId) })),

  extendTo(messageId, loaded) {
    set(({ selection }) => {
      const to = loaded.indexOf(messageId);
      const known = selection.anchor === null ? -1 : loaded.indexOf(selection.anchor);
      const from = known < 0 ? to : known;
      const range = loaded.slice(Math.min(from, to), Math.max(from, to) + 1);
      return { selection: extended(selection, loaded[from] ?? messageId, range) };
    });
  },

  end: () => set({ sessionId: null, selection: nothingSelected }),
}));
