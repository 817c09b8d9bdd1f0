import { type AriaAttributes, type RefObject, useRef, useState } from 'react';
import type { PopupAria, PopupKeys } from './slash-popup.tsx';

export interface SlashPopupState {
  readonly isWanted: boolean;
  readonly caret: number;
  readonly keys: RefObject<PopupKeys | null>;
  /** What the field says of the list. */
  readonly aria: AriaAttributes;
  setAria(aria: PopupAria | null): void;
  noteCaret(draft: string, caret: number): void;
  /** The keyboard leaves the field; into the list it is no leaving. */
  leave(to?: EventTarget | null): void;
  /** True when the key was for the list. */
  handleKey(press: KeyboardEvent): boolean;
}

/** What the field and the list of suggestions over it know of each other. */
export function useSlashPopup(isSlash: boolean): SlashPopupState {
  const [caret, setCaret] = useState<number | null>(null);
  const [aria, setAria] = useState<PopupAria | null>(null);
  const keys = useRef<PopupKeys | null>(null);
  return {
    isWanted: isSlash && caret !== null,
    caret: caret ?? 0,
    keys,
    aria:
      aria === null
        ? {}
        : {
            'aria-autocomplete': 'list',
            'aria-haspopup': 'listbox',
            'aria-controls': aria.listId,
            'aria-activedescendant': aria.activeId,
          },
    setAria,
    // Any other text has nothing to do with where the caret is, and need not be drawn for it.
    noteCaret: (draft, place) => setCaret(draft.startsWith('/') ? place : null),
    leave(to = null) {
      const listId = aria?.listId;
      if (to === null || listId === undefined || to !== document.getElementById(listId)) setCaret(null);
    },
    handleKey: (press) => keys.current?.(press) ?? false,
  };
}
