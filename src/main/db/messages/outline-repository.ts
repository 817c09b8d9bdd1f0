import { type Outline, type OutlineMessage, outlineLimit } from '#shared/contract/messages.ts';
import type { MessageId } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { shortenTree, type TreeNode } from './outline-shortening.ts';

interface PlaceRow extends TreeNode {
  readonly isTrashed: 0 | 1;
}

type LineRow = Omit<OutlineMessage, 'parentId'> & { readonly key: number };

/**
 * Every message that is shown. The places of all of them come first, which costs no text to be read; then the lines of
 * those that are drawn.
 */
export function readOutline(connection: Connection, input: CallInput<'readOutline'>): Outline {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const places = listShown(connection, session.key);
  const limit = input.limit ?? outlineLimit;
  const { nodes, omitted } = shortenTree(places, limit, session.active_leaf_key);
  const lines = new Map(
    readLines(
      connection,
      nodes.map(({ node }) => node.key),
    ).map(({ key, ...line }) => [key, line]),
  );
  const skipped: Record<MessageId, number> = {};
  const messages = nodes.flatMap(({ node, parentKey, skipped: left }) => {
    const line = lines.get(node.key);
    if (line === undefined) return [];
    if (left > 0) skipped[line.id] = left;
    return [{ ...line, parentId: parentKey === null ? null : (lines.get(parentKey)?.id ?? null) }];
  });
  return { messages, skipped, omitted, activeLeafId: session.active_leaf_id };
}

/** In the order of their sequence numbers, without the branches in the trash. */
function listShown(connection: Connection, sessionKey: number): readonly PlaceRow[] {
  const rows = prepared<{ sessionKey: number }, PlaceRow>(
    connection,
    `SELECT id AS key, parent_id AS parentKey, trashed_at IS NOT NULL AS isTrashed
     FROM messages
     WHERE session_id = :sessionKey
     ORDER BY sequence`,
  ).all({ sessionKey });
  const shown = new Set<number>();
  return rows.filter(({ key, parentKey, isTrashed }) => {
    const isShown = isTrashed === 0 && (parentKey === null || shown.has(parentKey));
    if (isShown) shown.add(key);
    return isShown;
  });
}

function readLines(connection: Connection, keys: readonly number[]): readonly LineRow[] {
  return prepared<{ keys: string }, LineRow>(
    connection,
    `SELECT
       messages.id AS key,
       messages.public_id AS id,
       messages.role,
       messages.status,
       messages.model,
       messages.created_at AS createdAt,
       substr(messages.content, 1, 120) AS beginning
     FROM json_each(:keys) AS wanted
     CROSS JOIN messages ON messages.id = wanted.value
     ORDER BY wanted.key`,
  ).all({ keys: JSON.stringify(keys) });
}
