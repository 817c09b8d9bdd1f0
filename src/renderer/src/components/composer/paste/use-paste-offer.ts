import { type ClipboardEvent, useRef, useState } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { attempt } from '../../../actions/attempt.ts';
import { focusOn } from '../../../focus.ts';
import { useDraftFiles } from '../../attachments/use-draft-files.ts';
import { longestWhole } from '../long/draft-part.ts';
import { type AttachedPaste, attachPaste, putPasteBack } from './attach-paste.ts';
import { asFieldText, isLongPaste } from './long-paste.ts';

type Offer =
  | { readonly kind: 'offered'; readonly pasted: string; readonly start: number }
  | ({ readonly kind: 'attached' } & AttachedPaste);

export interface PasteOffering {
  readonly offer: Offer | null;
  /**
   * To be told of each text that is pasted, before it is in the field, whose own text begins at `from` of the draft. What
   * is very long is put in by `enter`: the field would lay out all of it first.
   */
  notePaste(
    event: ClipboardEvent<HTMLTextAreaElement>,
    from: number,
    enter: (entered: string, caret: number) => void,
  ): void;
  /** Makes all of a draft an attachment. */
  attachAll(draft: string): void;
  accept(): void;
  undo(): void;
  dismiss(): void;
}

/** Offers to make a long pasted text an attachment. Until somebody says so it is text as any other. */
export function usePasteOffer(sessionId: SessionId, draft: string): PasteOffering {
  const [last, setLast] = useState<Offer | null>(null);
  const isAttaching = useRef(false);
  const { attachments } = useDraftFiles(sessionId);

  function attach(pasted: string, start: number): void {
    focusOn('composer');
    if (isAttaching.current) return;
    isAttaching.current = true;
    attempt(async () => {
      try {
        const attached = await attachPaste(sessionId, pasted, start);
        setLast(attached === null ? null : { kind: 'attached', ...attached });
      } finally {
        isAttaching.current = false;
      }
    });
  }

  function accept(): void {
    if (last?.kind === 'offered') attach(last.pasted, last.start);
  }

  function undo(): void {
    if (last?.kind !== 'attached') return;
    setLast(null);
    focusOn('composer');
    attempt(() => putPasteBack(sessionId, last));
  }

  return {
    offer: isOpen() ? last : null,
    notePaste(event, from, enter) {
      const { selectionStart, selectionEnd, value } = event.currentTarget;
      const pasted = asFieldText(event.clipboardData.getData('text/plain'));
      if (!isLongPaste(pasted)) return;
      setLast({ kind: 'offered', pasted, start: from + selectionStart });
      if (pasted.length <= longestWhole) return;
      event.preventDefault();
      const entered = value.slice(0, selectionStart) + pasted + value.slice(selectionEnd);
      enter(entered, selectionStart + pasted.length);
    },
    attachAll: (whole) => attach(whole, 0),
    accept,
    undo,
    dismiss() {
      setLast(null);
      focusOn('composer');
    },
  };

  /** Not any more when the text, or the file it became, went away. */
  function isOpen(): boolean {
    if (last?.kind === 'offered') return draft.length >= last.pasted.length;
    return last !== null && attachments.some(({ id }) => id === last.attachment.id);
  }
}
