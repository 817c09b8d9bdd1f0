import type { BranchAttachment } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { grouped } from './attachment-rows.ts';

interface SendingRow extends BranchAttachment {
  readonly owner: number;
}

/** What a model is sent of the files of messages, by the internal key of the message. */
export function attachmentsForSending(
  connection: Connection,
  messageKeys: readonly number[],
): ReadonlyMap<number, readonly BranchAttachment[]> {
  const rows = prepared<{ keys: string }, SendingRow>(
    connection,
    `SELECT
       attachments.message_id AS owner,
       attachments.public_id AS id,
       attachments.kind,
       attachments.name,
       attachments.mime,
       CASE attachments.kind WHEN 'image' THEN NULL ELSE IFNULL(attachments.extracted_text, '') END AS text
     FROM json_each(:keys) AS wanted
     CROSS JOIN attachments ON attachments.message_id = wanted.value
     ORDER BY attachments.position, attachments.id`,
  ).all({ keys: JSON.stringify(messageKeys) });
  return grouped(rows, ({ id, kind, name, mime, text }) => ({ id, kind, name, mime, text }));
}
