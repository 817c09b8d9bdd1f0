import type { SessionId } from '#shared/domain.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { sendDraft } from './chat.ts';

/** Sends what is in the field; a draft that waited for that is in it again afterwards. */
export async function sendTyped(sessionId: SessionId): Promise<void> {
  const hadText = (useDraftsStore.getState().drafts[sessionId] ?? '') !== '';
  await sendDraft(sessionId);
  if (hadText) useDraftsStore.getState().bringBack(sessionId);
}
