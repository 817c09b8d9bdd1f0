import type { LucideIcon } from 'lucide-react';
import type { Message } from '#shared/domain.ts';

/** What an action may ask of the window before it says whether it applies. Add a field here and in `message-state.ts`. */
export interface MessageState {
  /** The session is answering: its tree must not change. */
  readonly isBusy: boolean;
  /** The text as it is now, of a growing answer too. */
  readonly content: string;
  readonly thinking: string;
  /** This message is being read aloud. */
  readonly isReadAloud: boolean;
  /** Reading aloud waits in the middle of something. */
  readonly isReadingPaused: boolean;
  /** Only its first line is shown. */
  readonly isFolded: boolean;
  /** What folds inside it is shown: the thinking of an answer, the whole of a long question. */
  readonly isPartOpen: boolean;
}

/** Sections of the menu, in this order, with a line between them. */
export const messageActionGroups = ['copy', 'answer', 'branch', 'look', 'delete'] as const;
export type MessageActionGroup = (typeof messageActionGroups)[number];

export interface MessageAction {
  readonly id: string;
  readonly group: MessageActionGroup;
  /** `foot`: a button under the message, and in the menu. `menu`: only there. */
  readonly place: 'foot' | 'menu';
  /**
   * As in `shared/commands.ts`: one key, with `Shift+` where the plain one is taken ('C', 'Shift+C', 'Delete'). It holds
   * while the message or something inside it has the keyboard. Null: none.
   */
  readonly key: string | null;
  readonly icon: LucideIcon;
  /** The whole name: menu, tooltip, what a screen reader says. */
  readonly label: (message: Message, state: MessageState) => string;
  /** For the cheat sheet, where there is no message. */
  readonly name: string;
  /** The word beside the icon under a message; an icon alone when absent. */
  readonly word?: string;
  /** What it does is visible nowhere else: the button shows a tick for a moment, and a key a notice. */
  readonly isConfirmed?: boolean;
  readonly appliesTo: (message: Message, state: MessageState) => boolean;
  /** What it throws is shown as a notice. False: it did not happen, and nothing is confirmed. */
  readonly run: (message: Message, state: MessageState) => Promise<unknown>;
}
