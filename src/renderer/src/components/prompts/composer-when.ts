import type { RefObject } from 'react';
import { elementOf } from '../../focus.ts';

/** Where the keyboard goes as a dialog closes: to the composer once a prompt was used, else back where it was. */
export function composerWhen(isUsed: RefObject<boolean>): HTMLElement | true {
  const composer = isUsed.current ? elementOf('composer') : null;
  isUsed.current = false;
  return composer ?? true;
}
