import type { Attachment, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attachSources, removeAttachment } from '../../../actions/attach.ts';
import { sourceOfText } from '../../../files/file-source.ts';
import { filesOf, useDraftAttachmentsStore } from '../../../stores/chat/draft-attachments-store.ts';
import { useDraftsStore } from '../../../stores/chat/drafts-store.ts';
import { freeName, withoutPaste } from './long-paste.ts';

export interface AttachedPaste {
  readonly attachment: Pick<Attachment, 'id' | 'name'>;
  readonly pasted: string;
  /** Where it was in the draft; null when somebody had changed it there and it stayed. */
  readonly at: number | null;
}

/** Makes a pasted text a file; it leaves the draft only once it is one. Null when it could not be. */
export async function attachPaste(
  sessionId: SessionId,
  pasted: string,
  start: number,
): Promise<AttachedPaste | null> {
  const files = () => filesOf(useDraftAttachmentsStore.getState(), sessionId);
  const taken = [...files().attachments, ...files().adding].map(({ name }) => name);
  const name = freeName(text.writing.paste.fileName, taken);
  await attachSources(sessionId, [sourceOfText(name, pasted)]);
  const attachment = files().attachments.find((each) => each.name === name);
  if (attachment === undefined) return null;
  const { drafts, write } = useDraftsStore.getState();
  const without = withoutPaste(drafts[sessionId] ?? '', pasted, start);
  if (without !== null) write(sessionId, without.draft);
  return { attachment, pasted, at: without?.at ?? null };
}

/** Puts the text back where it was, and takes the file away. */
export async function putPasteBack(
  sessionId: SessionId,
  { attachment, pasted, at }: AttachedPaste,
): Promise<void> {
  const { drafts, write } = useDraftsStore.getState();
  const draft = drafts[sessionId] ?? '';
  if (at !== null) write(sessionId, draft.slice(0, at) + pasted + draft.slice(at));
  await removeAttachment(sessionId, attachment);
}
