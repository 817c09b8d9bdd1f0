import type { SessionId } from '#shared/domain.ts';
import { attempt } from '../../../actions/attempt.ts';
import { sendDraft } from '../../../actions/chat.ts';
import { useDraftsStore } from '../../../stores/chat/drafts-store.ts';
import { usePromptWalkStore } from '../../../stores/chat/prompt-walk-store.ts';

/** Sends an earlier text once more. The draft that waited meanwhile is in the field again afterwards. */
export function sendWalked(sessionId: SessionId, walked: string): void {
  const { drafts, write } = useDraftsStore.getState();
  const waiting = drafts[sessionId] ?? '';
  usePromptWalkStore.getState().leave(sessionId);
  write(sessionId, walked);
  attempt(() => sendDraft(sessionId));
  if (waiting !== '' && useDraftsStore.getState().drafts[sessionId] === '') write(sessionId, waiting);
}
