import { attachmentCountLimit } from '#shared/contract/attachments.ts';
import { draftsAsideLimit } from '#shared/contract/sessions.ts';
import { copiedColumns } from '../attachments/copied-columns.ts';
import { type Connection, prepared } from '../statements.ts';
import { findDraft, writeDraft } from './drafts-repository.ts';

interface Unsent {
  readonly copyKey: number;
  readonly sourceKey: number;
  readonly at: number;
}

/**
 * What was written in sessions that are merged and not sent yet goes with them: messages that wait, one session's after
 * the other's, both drafts as one, and drafts that were set aside. The originals keep theirs, for the way back.
 */
export function copyUnsent(
  connection: Connection,
  copyKey: number,
  sourceKeys: readonly number[],
  at: number,
): void {
  for (const sourceKey of sourceKeys) {
    copyQueue(connection, { copyKey, sourceKey, at });
    copyDraft(connection, { copyKey, sourceKey, at });
  }
}

function copyQueue(connection: Connection, { copyKey, sourceKey, at }: Unsent): void {
  const waiting = prepared<{ sourceKey: number }, { readonly key: number }>(
    connection,
    `SELECT id AS key
     FROM queued_messages
     WHERE session_id = :sourceKey AND removed_at IS NULL
     ORDER BY id`,
  ).all({ sourceKey });
  const insert = prepared<object>(
    connection,
    `INSERT INTO queued_messages (public_id, session_id, created_at, text, replies)
     SELECT lower(hex(randomblob(16))), :copyKey, created_at, text, replies
     FROM queued_messages
     WHERE id = :key`,
  );
  const insertFiles = prepared<object>(
    connection,
    `INSERT INTO attachments (public_id, queued_id, position, created_at, ${copiedColumns})
     SELECT lower(hex(randomblob(16))), :copyQueuedKey, position, :at, ${copiedColumns}
     FROM attachments
     WHERE queued_id = :key`,
  );
  for (const { key } of waiting) {
    const { lastInsertRowid } = insert.run({ copyKey, key });
    insertFiles.run({ copyQueuedKey: Number(lastInsertRowid), key, at });
  }
}

/** Files beyond those that one message may carry stay with the original, and so do drafts beyond those that may wait. */
function copyDraft(connection: Connection, { copyKey, sourceKey, at }: Unsent): void {
  const drafts = [findDraft(connection, copyKey), findDraft(connection, sourceKey)];
  const texts = drafts.map(({ text }) => text).filter((text) => text !== '');
  const setAside = drafts.flatMap((draft) => draft.setAside ?? []).slice(0, draftsAsideLimit);
  if (texts.length > 0 || setAside.length > 0) {
    writeDraft(connection, copyKey, { text: texts.join('\n\n'), setAside, at });
  }
  prepared<object>(
    connection,
    `INSERT INTO attachments (public_id, draft_session_id, position, created_at, ${copiedColumns})
     SELECT
       lower(hex(randomblob(16))),
       :copyKey,
       present.count + ROW_NUMBER() OVER (ORDER BY position),
       :at,
       ${copiedColumns}
     FROM attachments, (SELECT COUNT(*) AS count FROM attachments WHERE draft_session_id = :copyKey) AS present
     WHERE draft_session_id = :sourceKey
     ORDER BY position
     LIMIT MAX(0, :limit - (SELECT COUNT(*) FROM attachments WHERE draft_session_id = :copyKey))`,
  ).run({ copyKey, sourceKey, at, limit: attachmentCountLimit });
}
