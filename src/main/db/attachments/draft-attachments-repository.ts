import { attachmentCountLimit } from '#shared/contract/attachments.ts';
import type { Attachment } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput, NewAttachment } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { listAttachments } from './attachment-rows.ts';
import { deleteUnusedBlobs, storeBlob } from './blobs.ts';

export function addDraftAttachment(connection: Connection, input: NewAttachment): Attachment {
  const { key } = getSessionRow(connection, input.sessionId);
  const { count, position } = countDraft(connection, key);
  if (count >= attachmentCountLimit) {
    const details = { name: input.name, limit: attachmentCountLimit };
    throw new AppError({ code: 'attachment-too-many', details });
  }
  refuseUsedId(connection, input.id);
  const { sent, text } = input;
  const stored = text === null ? null : storable(text);
  prepared<object>(connection, insertSql).run({
    id: input.id,
    sessionKey: key,
    blobKey: storeBlob(connection, input.bytes, input.sha256),
    sentKey:
      sent === null || sent.sha256 === input.sha256 ? null : storeBlob(connection, sent.bytes, sent.sha256),
    position,
    kind: input.kind,
    name: storable(input.name),
    mime: input.mime,
    size: input.sizeBytes,
    width: input.width,
    height: input.height,
    pageCount: input.pageCount,
    textLength: stored === null ? null : stored.length,
    tokenEstimate: input.tokenEstimate,
    at: input.at,
    metadata: metadataOf(input),
    text: stored,
  });
  const added = listAttachments(connection, 'draft_session_id', key).find(({ id }) => id === input.id);
  if (added === undefined) throw new Error(`attachment ${input.id} vanished inside a transaction`);
  return added;
}

/** What is known of few attachments has no column of its own. */
function metadataOf({ sent, picturesLeftOut }: NewAttachment): string | null {
  if (sent === null && picturesLeftOut === undefined) return null;
  return JSON.stringify({ ...(sent !== null && { sentMime: sent.mime }), picturesLeftOut });
}

const insertSql = `
  INSERT INTO attachments
    (public_id, draft_session_id, blob_id, sent_blob_id, position, kind, name, mime, size_bytes, width, height,
     page_count, text_length, token_estimate, created_at, metadata, extracted_text)
  VALUES
    (:id, :sessionKey, :blobKey, :sentKey, :position, :kind, :name, :mime, :size, :width, :height,
     :pageCount, :textLength, :tokenEstimate, :at, :metadata, :text)`;

interface DraftCount {
  readonly count: number;
  readonly position: number;
}

function countDraft(connection: Connection, key: number): DraftCount {
  const row = prepared<{ key: number }, DraftCount>(
    connection,
    `SELECT COUNT(*) AS count, IFNULL(MAX(position) + 1, 0) AS position
     FROM attachments
     WHERE draft_session_id = :key`,
  ).get({ key });
  return row ?? { count: 0, position: 0 };
}

function refuseUsedId(connection: Connection, id: string): void {
  const used = prepared<{ id: string }, object>(
    connection,
    'SELECT 1 FROM attachments WHERE public_id = :id',
  ).get({
    id,
  });
  if (used === undefined) return;
  const problem = 'an attachment id is in use';
  throw new AppError({ code: 'invalid-input', details: { request: 'addDraftAttachment', problem } });
}

export function removeDraftAttachment(
  connection: Connection,
  input: CallInput<'removeDraftAttachment'>,
): void {
  const { key } = getSessionRow(connection, input.sessionId);
  const removed = prepared<object, { readonly blob: number; readonly sentBlob: number | null }>(
    connection,
    `DELETE FROM attachments
     WHERE public_id = :id AND draft_session_id = :key
     RETURNING blob_id AS blob, sent_blob_id AS sentBlob`,
  ).all({ id: input.attachmentId, key });
  deleteUnusedBlobs(
    connection,
    removed.flatMap(({ blob, sentBlob }) => (sentBlob === null ? [blob] : [blob, sentBlob])),
  );
}
