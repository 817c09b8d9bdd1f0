import type { Attachment, AttachmentKind } from '#shared/domain.ts';
import { type Connection, prepared } from '../statements.ts';

export interface AttachmentRow {
  readonly id: string;
  readonly kind: AttachmentKind;
  readonly name: string;
  readonly mime: string;
  readonly size_bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly page_count: number | null;
  readonly text_length: number | null;
  readonly token_estimate: number | null;
  readonly pictures_left_out: number | null;
}

/** Columns of an `AttachmentRow`, for a SELECT from `attachments`: none of its contents. */
export const attachmentColumns = `
  attachments.public_id AS id,
  attachments.kind,
  attachments.name,
  attachments.mime,
  attachments.size_bytes,
  attachments.width,
  attachments.height,
  attachments.page_count,
  attachments.text_length,
  attachments.token_estimate,
  json_extract(attachments.metadata, '$.picturesLeftOut') AS pictures_left_out`;

export function toAttachment(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    mime: row.mime,
    sizeBytes: row.size_bytes,
    width: row.width,
    height: row.height,
    pageCount: row.page_count,
    textLength: row.text_length,
    tokenEstimate: row.token_estimate,
    ...(row.pictures_left_out !== null && { picturesLeftOut: row.pictures_left_out }),
  };
}

/** What a file can belong to. */
export type AttachmentOwner = 'message_id' | 'draft_session_id' | 'queued_id';

export type AttachmentsByKey = ReadonlyMap<number, readonly Attachment[]>;

/** Many messages have none, and share this. */
export const noAttachments: readonly Attachment[] = [];

/** Attachments by the internal key of their owner; owners without any are not in it. One statement for all of them. */
export function attachmentsOf(
  connection: Connection,
  owner: AttachmentOwner,
  keys: readonly number[],
): AttachmentsByKey {
  const rows = prepared<{ keys: string }, AttachmentRow & { readonly owner: number }>(
    connection,
    `SELECT attachments.${owner} AS owner, ${attachmentColumns}
     FROM json_each(:keys) AS wanted
     CROSS JOIN attachments ON attachments.${owner} = wanted.value
     ORDER BY attachments.position, attachments.id`,
  ).all({ keys: JSON.stringify(keys) });
  return grouped(rows, toAttachment);
}

/** Rows as lists by their owner, in their order. */
export function grouped<Row extends { readonly owner: number }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>();
  for (const row of rows) {
    const group = groups.get(row.owner);
    if (group === undefined) groups.set(row.owner, [toItem(row)]);
    else group.push(toItem(row));
  }
  return groups;
}

/** Those of one draft, message or message that waits. */
export function listAttachments(
  connection: Connection,
  owner: AttachmentOwner,
  key: number,
): readonly Attachment[] {
  return attachmentsOf(connection, owner, [key]).get(key) ?? noAttachments;
}
