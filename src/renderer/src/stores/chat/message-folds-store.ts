import { create } from 'zustand';
import type { MessageId } from '#shared/domain.ts';

interface MessageFolds {
  /** Messages of which only the first line is shown. */
  readonly folded: ReadonlySet<MessageId>;
  /** What the user did to the part that folds inside a message: the thinking of an answer, a long question. */
  readonly parts: Readonly<Record<MessageId, boolean>>;

  toggleMessage(messageId: MessageId): void;
  setPart(messageId: MessageId, isOpen: boolean): void;
}

/** What is folded in the transcripts of this window. */
export const useMessageFolds = create<MessageFolds>()((set) => ({
  folded: new Set(),
  parts: {},
  toggleMessage: (messageId) =>
    set(({ folded }) => {
      const next = new Set(folded);
      if (!next.delete(messageId)) next.add(messageId);
      return { folded: next };
    }),
  setPart: (messageId, isOpen) => set(({ parts }) => ({ parts: { ...parts, [messageId]: isOpen } })),
}));

/** Thinking that streams may be open by a setting, until the answer begins; what the user did comes first. */
export function isPartOpen(
  touched: boolean | undefined,
  isThinkingNow: boolean,
  opensThinking: boolean,
): boolean {
  return touched ?? (isThinkingNow && opensThinking);
}
