import { attachmentCountLimit } from '#shared/contract/attachments.ts';
import { copiedColumns } from '../attachments/copied-columns.ts';
import { type Connection, prepared } from '../statements.ts';

interface Unsent {
  readonly copyKey: number;
  readonly sourceKey: number;
  readonly at: number;
}

/**
 * What was written in sessions that are merged and not sent yet goes with them: messages that wait, one session's after
 * the other's, and both drafts as one. The originals keep theirs, for the way back.
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

/** Files beyond those that one message may carry stay with the original. */
function copyDraft(connection: Connection, { copyKey, sourceKey, at }: Unsent): void {
  prepared<object>(
    connection,
    `INSERT INTO drafts (session_id, text, updated_at)
     SELECT :copyKey, text, :at
     FROM drafts
     WHERE session_id = :sourceKey AND text <> ''
     ON CONFLICT (session_id) DO UPDATE SET text = text || char(10, 10) || excluded.text`,
  ).run({ copyKey, sourceKey, at });
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
