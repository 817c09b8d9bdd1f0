import type { AttachmentId } from '#shared/domain.ts';
import type { AttachmentFile, CallInput } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { attachmentNotFound } from './attach-to.ts';

export function getAttachmentText(connection: Connection, input: CallInput<'getAttachmentText'>): string {
  const row = prepared<CallInput<'getAttachmentText'>, { readonly text: string }>(
    connection,
    `SELECT IFNULL(extracted_text, '') AS text
     FROM attachments
     WHERE public_id = :attachmentId`,
  ).get(input);
  if (row === undefined) throw attachmentNotFound(input.attachmentId);
  return row.text;
}

export function getAttachmentFile(
  connection: Connection,
  { attachmentId, form }: CallInput<'getAttachmentFile'>,
): AttachmentFile {
  const row = prepared<object, AttachmentFile>(
    connection,
    `SELECT
       attachments.name,
       CASE
         WHEN :isSent AND attachments.sent_blob_id IS NOT NULL
         THEN IFNULL(json_extract(attachments.metadata, '$.sentMime'), 'image/png')
         ELSE attachments.mime
       END AS mime,
       blobs.bytes
     FROM attachments
     CROSS JOIN blobs
       ON blobs.id = CASE WHEN :isSent THEN IFNULL(attachments.sent_blob_id, attachments.blob_id) ELSE attachments.blob_id END
     WHERE attachments.public_id = :attachmentId`,
  ).get({ attachmentId, isSent: form === 'sent' ? 1 : 0 });
  if (row === undefined) throw attachmentNotFound(attachmentId);
  return row;
}

export function readPictures(
  connection: Connection,
  { attachmentIds }: CallInput<'readPictures'>,
): readonly { readonly id: AttachmentId; readonly bytes: Uint8Array }[] {
  return prepared<object, { readonly id: AttachmentId; readonly bytes: Uint8Array }>(
    connection,
    `SELECT attachments.public_id AS id, blobs.bytes
     FROM json_each(:ids) AS wanted
     CROSS JOIN attachments ON attachments.public_id = wanted.value AND attachments.kind = 'image'
     CROSS JOIN blobs ON blobs.id = IFNULL(attachments.sent_blob_id, attachments.blob_id)
     ORDER BY wanted.key`,
  ).all({ ids: JSON.stringify(attachmentIds) });
}
