import type { SessionId } from '#shared/domain.ts';
import { filesOf, useDraftAttachmentsStore } from '../../stores/chat/draft-attachments-store.ts';
import type { DraftFiles } from '../../stores/chat/draft-files.ts';

/** The files of what is being written in a session. */
export function useDraftFiles(sessionId: SessionId): DraftFiles {
  return useDraftAttachmentsStore((store) => filesOf(store, sessionId));
}
