import { createHash, randomBytes } from 'node:crypto';
import type { AttachmentId } from '#shared/domain.ts';
import type { AttachmentRecord } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { storeBlob } from './blobs.ts';

/** Gives a message or a draft the files of a record, in their order; those without contents are passed over. */
export function importAttachments(
  connection: Connection,
  owner: 'message_id' | 'draft_session_id',
  ownerKey: number,
  attachments: readonly AttachmentRecord[],
): void {
  attachments.forEach((attachment, position) => {
    const { bytes, sent, text, metadata } = attachment;
    if (bytes === null) return;
    prepared<object>(connection, insertSql(owner)).run({
      id: isUsed(connection, attachment.id) ? randomBytes(16).toString('hex') : attachment.id,
      ownerKey,
      blobKey: store(connection, bytes),
      sentKey: sent === null ? null : store(connection, sent.bytes),
      position,
      kind: attachment.kind,
      name: storable(attachment.name),
      mime: attachment.mime,
      sizeBytes: bytes.byteLength,
      width: attachment.width,
      height: attachment.height,
      pageCount: attachment.pageCount,
      textLength: attachment.textLength,
      tokenEstimate: attachment.tokenEstimate,
      createdAt: attachment.createdAt,
      metadata: metadata === null ? null : JSON.stringify(metadata),
      text: text === null ? null : storable(text),
    });
  });
}

const insertSql = (owner: string) => `
  INSERT INTO attachments
    (public_id, ${owner}, blob_id, sent_blob_id, position, kind, name, mime, size_bytes, width, height, page_count,
     text_length, token_estimate, created_at, metadata, extracted_text)
  VALUES
    (:id, :ownerKey, :blobKey, :sentKey, :position, :kind, :name, :mime, :sizeBytes, :width, :height, :pageCount,
     :textLength, :tokenEstimate, :createdAt, :metadata, :text)`;

function store(connection: Connection, bytes: Uint8Array): number {
  return storeBlob(connection, bytes, createHash('sha256').update(bytes).digest('hex'));
}

function isUsed(connection: Connection, id: AttachmentId): boolean {
  const row = prepared<{ id: AttachmentId }, object>(
    connection,
    'SELECT 1 FROM attachments WHERE public_id = :id',
  ).get({ id });
  return row !== undefined;
}
