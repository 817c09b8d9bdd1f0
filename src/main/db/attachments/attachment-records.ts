import type { AttachmentRecord } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { type AttachmentRow, attachmentColumns, grouped, toAttachment } from './attachment-rows.ts';

interface RecordRow extends AttachmentRow {
  readonly owner: number;
  readonly created_at: number;
  readonly metadata: string | null;
  readonly extracted_text: string | null;
  readonly bytes: Uint8Array | null;
  readonly sent_bytes: Uint8Array | null;
  readonly sent_mime: string;
}

/**
 * Most of one session that are given: as Base64 inside JSON that is 270 MB, half of the longest string there is, and the
 * texts come on top.
 */
const bytesLimit = 200_000_000;

/** Attachments of all messages of a session, by the internal key of the message; with their contents as far as they fit. */
export function attachmentRecordsOf(
  connection: Connection,
  sessionKey: number,
  withFiles: boolean,
): ReadonlyMap<number, readonly AttachmentRecord[]> {
  const rows = prepared<object, RecordRow>(
    connection,
    `WITH wanted AS (
       SELECT
         attachments.id,
         :withFiles AND SUM(attachments.size_bytes + IFNULL(sent.size_bytes, 0) + IFNULL(attachments.text_length, 0))
           OVER (ORDER BY attachments.size_bytes, attachments.id) <= :bytesLimit AS has_contents
       FROM messages
       CROSS JOIN attachments ON attachments.message_id = messages.id
       LEFT JOIN blobs AS sent ON sent.id = attachments.sent_blob_id
       WHERE messages.session_id = :sessionKey
     )
     SELECT
       attachments.message_id AS owner,
       ${attachmentColumns},
       attachments.created_at,
       attachments.metadata,
       CASE WHEN wanted.has_contents THEN attachments.extracted_text END AS extracted_text,
       blobs.bytes,
       sent.bytes AS sent_bytes,
       IFNULL(json_extract(attachments.metadata, '$.sentMime'), 'image/png') AS sent_mime
     FROM wanted
     CROSS JOIN attachments ON attachments.id = wanted.id
     LEFT JOIN blobs ON blobs.id = attachments.blob_id AND wanted.has_contents
     LEFT JOIN blobs AS sent ON sent.id = attachments.sent_blob_id AND wanted.has_contents
     ORDER BY attachments.position, attachments.id`,
  ).all({ sessionKey, withFiles: withFiles ? 1 : 0, bytesLimit });
  return grouped(rows, toRecord);
}

function toRecord(row: RecordRow): AttachmentRecord {
  return {
    ...toAttachment(row),
    createdAt: row.created_at,
    text: row.extracted_text,
    bytes: row.bytes,
    sent: row.sent_bytes === null ? null : { bytes: row.sent_bytes, mime: row.sent_mime },
    metadata: row.metadata === null ? null : JSON.parse(row.metadata),
  };
}
