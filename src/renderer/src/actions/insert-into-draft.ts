import type { SessionId } from '#shared/domain.ts';
import { elementOf, focusOn } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';

/**
 * Puts a text into the draft of a session where its caret is, replacing nothing, and gives the keyboard to the field. A
 * draft that is not shown gets it at its end.
 */
export function insertIntoDraft(sessionId: SessionId, inserted: string): void {
  const { drafts, write } = useDraftsStore.getState();
  const draft = drafts[sessionId] ?? '';
  const field = elementOf('composer');
  const isOpen = useChatStore.getState().openSessionId === sessionId;
  const isShown = isOpen && field instanceof HTMLTextAreaElement;
  const caret = isShown && field.value === draft ? field.selectionEnd : draft.length;
  write(sessionId, draft.slice(0, caret) + inserted + draft.slice(caret));
  if (isOpen) focusOn('composer');
  if (!isShown) return;
  // A field whose value was set has its caret at the end.
  setTimeout(() => field.setSelectionRange(caret + inserted.length, caret + inserted.length));
}
