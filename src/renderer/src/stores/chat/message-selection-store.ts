import { create } from 'zustand';
import type { MessageId, SessionId } from '#shared/domain.ts';
import {
  added,
  anchoredAt,
  extended,
  nothingSelected,
  type Selection,
  toggled,
} from '../library/selection.ts';

interface MessageSelectionStore {
  /** The session whose messages are being chosen; null = none. */
  readonly sessionId: SessionId | null;
  readonly selection: Selection;
  /** The end of the branch that was chosen as a whole; null = single ones were chosen. */
  readonly wholeUntil: MessageId | null;

  /** `isChosen`: the message choosing begins at is the first one chosen. */
  begin(sessionId: SessionId, messageId: MessageId, isChosen: boolean): void;
  toggle(messageId: MessageId): void;
  /** From the anchor to `messageId` in that order; where the anchor is not in it, that one alone. */
  extendTo(messageId: MessageId, order: readonly MessageId[]): void;
  /** The whole branch that is shown. */
  chooseAll(sessionId: SessionId, messageIds: readonly MessageId[]): void;
  end(): void;
}

/** Messages chosen for what is done with several at once. They stay chosen when they are not loaded any more. */
export const useMessageSelection = create<MessageSelectionStore>()((set) => ({
  sessionId: null,
  selection: nothingSelected,
  wholeUntil: null,

  begin: (sessionId, messageId, isChosen) =>
    set({
      sessionId,
      selection: isChosen ? toggled(nothingSelected, messageId) : anchoredAt(messageId),
      wholeUntil: null,
    }),

  toggle: (messageId) =>
    set(({ selection }) => ({ selection: toggled(selection, messageId), wholeUntil: null })),

  extendTo(messageId, order) {
    set(({ selection }) => {
      const to = order.indexOf(messageId);
      const known = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
      const from = known < 0 ? to : known;
      const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
      return { selection: extended(selection, order[from] ?? messageId, range), wholeUntil: null };
    });
  },

  chooseAll: (sessionId, messageIds) =>
    set(({ selection }) => ({
      sessionId,
      selection: added({ ...nothingSelected, anchor: selection.anchor }, messageIds, false),
      wholeUntil: messageIds.at(-1) ?? null,
    })),

  end: () => set({ sessionId: null, selection: nothingSelected, wholeUntil: null }),
}));
