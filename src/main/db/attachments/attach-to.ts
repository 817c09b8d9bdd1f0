import type { AttachmentId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { type Connection, prepared } from '../statements.ts';
import { copiedColumns } from './copied-columns.ts';

export interface AttachToInput {
  readonly messageKey: number;
  readonly sessionKey: number;
  readonly attachmentIds: readonly AttachmentId[];
  readonly at: number;
}

interface Found {
  readonly key: number;
  readonly is_draft: 0 | 1;
}

/**
 * Gives a message files, in that order: those of the session's draft move to it, those of another message of the session
 * are copied. Error: not-found for any other; then nothing may be kept of what was done.
 */
export function attachTo(connection: Connection, input: AttachToInput): void {
  new Set(input.attachmentIds).forEach((id) => {
    const found = find(connection, input.sessionKey, id);
    if (found === undefined) throw attachmentNotFound(id);
    const position = nextPosition(connection, input.messageKey);
    if (found.is_draft === 1) move(connection, found.key, input.messageKey, position);
    else copy(connection, found.key, input, position);
  });
}

export function attachmentNotFound(id: AttachmentId): AppError {
  return new AppError({ code: 'not-found', details: { what: 'attachment', id } });
}

/** Not one of a message that is being erased. */
function find(connection: Connection, sessionKey: number, id: AttachmentId): Found | undefined {
  return prepared<{ id: AttachmentId; sessionKey: number }, Found>(
    connection,
    `SELECT attachments.id AS key, attachments.draft_session_id IS NOT NULL AS is_draft
     FROM attachments
     LEFT JOIN messages ON messages.id = attachments.message_id
     WHERE attachments.public_id = :id
       AND (
         attachments.draft_session_id = :sessionKey
         OR (messages.session_id = :sessionKey AND messages.trashed_at IS NOT 0)
       )`,
  ).get({ id, sessionKey });
}

function nextPosition(connection: Connection, messageKey: number): number {
  const row = prepared<{ messageKey: number }, { readonly position: number }>(
    connection,
    'SELECT IFNULL(MAX(position) + 1, 0) AS position FROM attachments WHERE message_id = :messageKey',
  ).get({ messageKey });
  return row?.position ?? 0;
}

function move(connection: Connection, key: number, messageKey: number, position: number): void {
  prepared<object>(
    connection,
    `UPDATE attachments
     SET message_id = :messageKey, draft_session_id = NULL, position = :position
     WHERE id = :key`,
  ).run({ key, messageKey, position });
}

/** The contents are stored once whatever refers to them. */
function copy(
  connection: Connection,
  key: number,
  { messageKey, at }: AttachToInput,
  position: number,
): void {
  prepared<object>(
    connection,
    `INSERT INTO attachments (public_id, message_id, position, created_at, ${copiedColumns})
     SELECT lower(hex(randomblob(16))), :messageKey, :position, :at, ${copiedColumns}
     FROM attachments
     WHERE id = :key`,
  ).run({ key, messageKey, position, at });
}
