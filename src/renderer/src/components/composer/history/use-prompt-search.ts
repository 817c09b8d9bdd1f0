import { type KeyboardEvent, useState } from 'react';
import type { RememberedPrompt } from '#shared/contract/prompt-history.ts';
import type { SessionId } from '#shared/domain.ts';
import { focusOn } from '../../../focus.ts';
import { usePromptWalkStore } from '../../../stores/chat/prompt-walk-store.ts';

export interface PromptSearch {
  readonly isOpen: boolean;
  /** True when the key opened it. */
  handleKey(event: KeyboardEvent): boolean;
  /** With what was taken into the field; null leaves the draft as it is. */
  close(taken: RememberedPrompt | null): void;
}

/** Ctrl+R over the field, on every system: it is the shell's key, not a command of the window. */
export function usePromptSearch(sessionId: SessionId): PromptSearch {
  const [isOpen, setOpen] = useState(false);
  return {
    isOpen,
    handleKey(event) {
      const isMine = event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (!isMine || event.key.toLowerCase() !== 'r') return false;
      setOpen(true);
      return true;
    },
    close(taken) {
      setOpen(false);
      if (taken !== null) usePromptWalkStore.getState().startAt(sessionId, taken);
      focusOn('composer');
    },
  };
}
