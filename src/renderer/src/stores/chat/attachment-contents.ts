import type { AttachmentId } from '#shared/domain.ts';
import { api } from '../../api.ts';

/** The text in a file, as it is sent. */
export function readAttachmentText(attachmentId: AttachmentId): Promise<string> {
  return api.request('attachments:text', { attachmentId });
}

/** Saves a file as it was given. Where, or null when that was cancelled. */
export function saveAttachment(attachmentId: AttachmentId): Promise<string | null> {
  return api.request('attachments:save', { attachmentId });
}
