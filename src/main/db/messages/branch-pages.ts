import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { MessageId, MessagePage } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { findDraft } from '../library/drafts-repository.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { toSession } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { type BranchPath, branchPath, forgetPaths } from './branch-path.ts';
import { listEdits } from './message-edits.ts';
import {
  getMessageKeys,
  messageNotFound,
  type ReadMessageRow,
  readColumns,
  toMessages,
} from './messages-repository.ts';
import { listQueue } from './queue-rows.ts';

export function listNewerMessages(
  connection: Connection,
  input: CallInput<'listNewerMessages'>,
): MessagePage {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { afterId } = input;
  const size = { above: -1, below: input.limit };
  if (afterId !== null) {
    const { key } = getMessageKeys(connection, session.key, afterId);
    return readAlong(connection, session.active_leaf_key, key, afterId, size);
  }
  if (session.active_leaf_key === null) return { messages: [], hasOlder: false, hasNewer: false };
  return readAlong(connection, session.active_leaf_key, null, input.sessionId, size);
}

export function openSessionAt(connection: Connection, input: CallInput<'openSessionAt'>): OpenedSession {
  const row = getSessionRow(connection, input.sessionId, input.within);
  const { key } = getMessageKeys(connection, row.key, input.messageId);
  return {
    session: toSession(row),
    page: readAlong(connection, row.active_leaf_key, key, input.messageId, input),
    draft: findDraft(connection, row.key),
    queue: listQueue(connection, row.key),
    edits: listEdits(connection, row.key),
  };
}

interface AlongRow extends ReadMessageRow {
  readonly parent_key: number | null;
}

export const alongSql = `
  SELECT ${readColumns}, messages.parent_id AS parent_key
  FROM json_each(:keys) AS wanted
  CROSS JOIN messages ON messages.id = wanted.value
  CROSS JOIN sessions ON sessions.id = messages.session_id
  LEFT JOIN messages AS parent ON parent.id = messages.parent_id
  ORDER BY wanted.key`;

/**
 * The part of a branch from `above` messages above the one with `key` (-1 = without itself) to `below` messages below
 * it; with null, from the place above its root. Error: not-found when the branch does not go through it.
 */
function readAlong(
  connection: Connection,
  leafKey: number | null,
  key: number | null,
  messageId: MessageId,
  { above, below }: { readonly above: number; readonly below: number },
): MessagePage {
  // A second time when the kept path is not what the rows say any more.
  for (let tries = 0; leafKey !== null && tries < 2; tries++) {
    const path = branchPath(connection, leafKey);
    const place = key === null ? -1 : path.indexOf(key);
    if (key === null || place !== -1) {
      const from = Math.max(0, place - above);
      const keys = path.subarray(from, place + below + 1);
      const rows = prepared<object, AlongRow>(connection, alongSql).all({ keys: JSON.stringify([...keys]) });
      if (isRun(rows, keys, from === 0 ? null : (path[from - 1] ?? null))) {
        return {
          messages: toMessages(connection, rows),
          hasOlder: from > 0,
          hasNewer: from + keys.length < path.length,
        };
      }
    }
    forgetPaths(connection);
  }
  throw messageNotFound(messageId);
}

/** Whether the rows are those asked for, each the child of the one before. */
function isRun(rows: readonly AlongRow[], keys: BranchPath, parentKey: number | null): boolean {
  return (
    rows.length === keys.length &&
    rows.every((row, index) => row.parent_key === (index === 0 ? parentKey : keys[index - 1]))
  );
}
