import { useEffect } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { attempt } from '../../actions/attempt.ts';
import { chooseWholeBranch } from '../../actions/branches.ts';
import { focusOn, isInTextField } from '../../focus.ts';
import { useMessageSelection } from '../../stores/chat/message-selection-store.ts';

/** While messages are chosen, wherever the keyboard is: Escape ends it, Ctrl+A takes the whole branch. */
export function useSelectionKeys(sessionId: SessionId): void {
  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      const isElsewhere =
        event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]');
      if (isElsewhere || event.isComposing) return;
      const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const isAll = isMod && event.key.toLowerCase() === 'a';
      if (isAll && !isTyping(event.target)) attempt(() => chooseWholeBranch(sessionId));
      else if (event.key === 'Escape' && !hasPopup(event.target)) {
        useMessageSelection.getState().end();
        focusOn('transcript');
      } else return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Before the keys of the message or the window, which mean other things.
    document.addEventListener('keydown', handleKey, { capture: true });
    return () => document.removeEventListener('keydown', handleKey, { capture: true });
  }, [sessionId]);
}

/** A list of suggestions is closed first; a field of several lines may not say that it is expanded, so it names the list. */
function hasPopup(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return target.hasAttribute('aria-controls');
  return target instanceof Element && target.getAttribute('aria-expanded') === 'true';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && isInTextField(target);
}
