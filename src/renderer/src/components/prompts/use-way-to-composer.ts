import { type RefObject, useLayoutEffect, useRef } from 'react';
import { elementOf } from '../../focus.ts';

export interface WayToComposer {
  /** Set when the prompt goes into the draft. */
  readonly isUsed: RefObject<boolean>;
  /** For the frame of the dialog. */
  readonly finalFocus: () => HTMLElement | null;
}

/** Where the keyboard goes as a dialog closes: to the composer once a prompt was used, else back where it was. */
export function useWayToComposer(isOpen: boolean): WayToComposer {
  const isUsed = useRef(false);
  useLayoutEffect(() => {
    if (isOpen) isUsed.current = false;
  }, [isOpen]);
  return { isUsed, finalFocus: () => (isUsed.current ? elementOf('composer') : null) };
}
