import { type ClipboardEvent, useState } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { attempt } from '../../../actions/attempt.ts';
import { focusOn } from '../../../focus.ts';
import { useDraftFiles } from '../../attachments/use-draft-files.ts';
import { type AttachedPaste, attachPaste, putPasteBack } from './attach-paste.ts';
import { asFieldText, isLongPaste } from './long-paste.ts';

type Offer =
  | { readonly kind: 'offered'; readonly pasted: string; readonly start: number }
  | ({ readonly kind: 'attached' } & AttachedPaste);

export interface PasteOffering {
  readonly offer: Offer | null;
  /** To be told of each text that is pasted, before it is in the field. */
  notePaste(event: ClipboardEvent<HTMLTextAreaElement>): void;
  accept(): void;
  undo(): void;
  dismiss(): void;
}

/** Offers to make a long pasted text an attachment. Until somebody says so it is text as any other. */
export function usePasteOffer(sessionId: SessionId, draft: string): PasteOffering {
  const [last, setLast] = useState<Offer | null>(null);
  const { attachments } = useDraftFiles(sessionId);

  function accept(): void {
    if (last?.kind !== 'offered') return;
    focusOn('composer');
    attempt(async () => {
      const attached = await attachPaste(sessionId, last.pasted, last.start);
      setLast(attached === null ? null : { kind: 'attached', ...attached });
    });
  }

  function undo(): void {
    if (last?.kind !== 'attached') return;
    setLast(null);
    focusOn('composer');
    attempt(() => putPasteBack(sessionId, last));
  }

  return {
    offer: isOpen() ? last : null,
    notePaste({ clipboardData, currentTarget }) {
      const pasted = asFieldText(clipboardData.getData('text/plain'));
      if (isLongPaste(pasted)) setLast({ kind: 'offered', pasted, start: currentTarget.selectionStart });
    },
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
