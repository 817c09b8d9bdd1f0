import { createContext } from 'react';

export interface FootnoteNumbers {
  /** By label. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Shows the note, or the place it belongs to. */
  readonly show: (what: 'note' | 'reference', label: string) => void;
}

/** Only references read it, so a note that comes late draws them again and nothing around them. */
export const FootnoteContext = createContext<FootnoteNumbers>({ numbers: new Map(), show: () => undefined });
