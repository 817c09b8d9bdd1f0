import type { SessionId } from '#shared/domain.ts';
import { attempt } from '../../../actions/attempt.ts';
import { sendTyped } from '../../../actions/send-typed.ts';
import { usePromptWalkStore } from '../../../stores/chat/prompt-walk-store.ts';

/** Sends an earlier text once more. The draft that waited meanwhile is in the field again afterwards. */
export function sendWalked(sessionId: SessionId, walked: string): void {
  usePromptWalkStore.getState().replaceDraft(sessionId, walked);
  attempt(() => sendTyped(sessionId));
}
