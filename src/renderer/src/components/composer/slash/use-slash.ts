import { useState } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { attempt } from '../../../actions/attempt.ts';
import { useDraftsStore } from '../../../stores/chat/drafts-store.ts';
import type { SlashNote } from './slash-note.ts';

export interface SlashDrafting {
  /** Why the draft, as it is now, was not sent or run. */
  readonly note: SlashNote | null;
  /** Runs the command the draft is, or sends it. To be asked for a draft that begins with a slash. */
  submit(draft: string): void;
  sendAsText(draft: string): void;
}

/** What a draft that begins with a slash does. All of it is loaded with the first such draft. */
export function useSlash(sessionId: SessionId, draft: string): SlashDrafting {
  const [last, setLast] = useState<SlashNote | null>(null);
  const note = last?.draft === draft ? last : null;

  function submit(submitted: string): void {
    // Pressed again under the offer to send it.
    if (note?.kind === 'sentence' && note.canSendAsText && note.draft === submitted) {
      sendAsText(submitted);
      return;
    }
    attempt(async () => {
      const { submitSlash } = await import('./submit-slash.ts');
      if (isTaken()) return;
      setLast(await submitSlash(sessionId, submitted));
    });
  }

  function sendAsText(message: string): void {
    attempt(async () => {
      const slash = await import('./submit-slash.ts');
      if (!isTaken()) slash.sendAsText(sessionId, message);
    });
  }

  /** By a press before this one, while what both need was loaded. */
  function isTaken(): boolean {
    return (useDraftsStore.getState().drafts[sessionId] ?? '') === '';
  }

  return { note, submit, sendAsText };
}
