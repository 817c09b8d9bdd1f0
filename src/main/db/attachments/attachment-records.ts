import type { AttachmentId } from '#shared/domain.ts';
import type { AttachmentContents, AttachmentRecord } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { attachmentNotFound } from './attach-to.ts';
import { type AttachmentRow, attachmentColumns, grouped, toAttachment } from './attachment-rows.ts';

interface RecordRow extends AttachmentRow {
  readonly owner: number;
  readonly created_at: number;
  readonly metadata: string | null;
}

const recordColumns = `${attachmentColumns}, attachments.created_at, attachments.metadata`;

/** Attachments of all messages of a session, by the internal key of the message; with their contents when asked for. */
export function attachmentRecordsOf(
  connection: Connection,
  sessionKey: number,
  withFiles: boolean,
): ReadonlyMap<number, readonly AttachmentRecord[]> {
  const rows = prepared<{ sessionKey: number }, RecordRow>(
    connection,
    `SELECT attachments.message_id AS owner, ${recordColumns}
     FROM messages
     CROSS JOIN attachments ON attachments.message_id = messages.id
     WHERE messages.session_id = :sessionKey
     ORDER BY attachments.position, attachments.id`,
  ).all({ sessionKey });
  return grouped(rows, (row) => toRecord(connection, row, withFiles));
}

/** Those of what is being written in a session. */
export function draftAttachmentRecords(
  connection: Connection,
  sessionKey: number,
  withFiles: boolean,
): readonly AttachmentRecord[] {
  return prepared<{ sessionKey: number }, RecordRow>(
    connection,
    `SELECT attachments.draft_session_id AS owner, ${recordColumns}
     FROM attachments
     WHERE attachments.draft_session_id = :sessionKey
     ORDER BY attachments.position, attachments.id`,
  )
    .all({ sessionKey })
    .map((row) => toRecord(connection, row, withFiles));
}

const noContents: AttachmentContents = { text: null, bytes: null, sent: null };

function toRecord(connection: Connection, row: RecordRow, withFiles: boolean): AttachmentRecord {
  return {
    ...toAttachment(row),
    createdAt: row.created_at,
    metadata: row.metadata === null ? null : JSON.parse(row.metadata),
    ...(withFiles ? readAttachmentContents(connection, row.id) : noContents),
  };
}

interface ContentsRow {
  readonly extracted_text: string | null;
  readonly bytes: Uint8Array;
  readonly sent_bytes: Uint8Array | null;
  readonly sent_mime: string;
}

/** What is in one attachment. Error: not-found. */
export function readAttachmentContents(connection: Connection, id: AttachmentId): AttachmentContents {
  const row = prepared<{ id: AttachmentId }, ContentsRow>(
    connection,
    `SELECT
       attachments.extracted_text,
       blobs.bytes,
       sent.bytes AS sent_bytes,
       IFNULL(json_extract(attachments.metadata, '$.sentMime'), 'image/png') AS sent_mime
     FROM attachments
     CROSS JOIN blobs ON blobs.id = attachments.blob_id
     LEFT JOIN blobs AS sent ON sent.id = attachments.sent_blob_id
     WHERE attachments.public_id = :id`,
  ).get({ id });
  if (row === undefined) throw attachmentNotFound(id);
  return {
    text: row.extracted_text,
    bytes: row.bytes,
    sent: row.sent_bytes === null ? null : { bytes: row.sent_bytes, mime: row.sent_mime },
  };
}
