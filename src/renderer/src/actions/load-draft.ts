import type { Draft } from '#shared/contract/sessions.ts';
import type { SessionId } from '#shared/domain.ts';
import { useDraftAttachmentsStore } from '../stores/chat/draft-attachments-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';

/** Takes over what main keeps of a draft, unless this window has a newer one. */
export function loadDraft(sessionId: SessionId, draft: Draft): void {
  useDraftsStore.getState().loaded(sessionId, draft);
  useDraftAttachmentsStore.getState().loaded(sessionId, draft.attachments);
}
