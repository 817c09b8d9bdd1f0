import type { CallInput } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { addChore } from './chores.ts';
import { eraseMessages, type MessageRange, newestMessages, withBlobsOf } from './erase-messages.ts';
import { eraseProject, eraseTag } from './erase-places.ts';
import { erasePrompts } from './erase-prompts.ts';
import { bequeathHandedOver } from './handed-over.ts';

/** Messages between two looks at the clock. */
const stride = 32;

/**
 * Takes away rows of what is being erased, until `budgetMs` is over or `limit` rows are gone. Returns how many that
 * were; 0 when nothing is left.
 */
export function eraseSome(connection: Connection, input: CallInput<'eraseSome'>): number {
  const deadline = performance.now() + input.budgetMs;
  let erased = 0;
  while (erased < input.limit) {
    const limit = Math.min(stride, input.limit - erased);
    const gone =
      eraseBranches(connection, limit) ||
      eraseSession(connection, limit) ||
      erasePrompts(connection, limit) ||
      eraseTag(connection, limit) ||
      eraseProject(connection, limit);
    if (gone === 0) break;
    erased += gone;
    if (performance.now() >= deadline) break;
  }
  if (erased > 0) addChore(connection, 'remove-traces');
  return erased;
}

/**
 * From the top: what follows a message becomes the beginning of a branch being erased before the message goes, because
 * a cascade would take a branch of any length in one go.
 */
function eraseBranches(connection: Connection, limit: number): number {
  const roots = prepared<{ limit: number }, MessageRange>(
    connection,
    `SELECT id AS key, session_id AS sessionKey
     FROM messages
     WHERE trashed_at = 0
     LIMIT :limit`,
  ).all({ limit });
  const freeChildren = prepared<{ key: number }>(
    connection,
    'UPDATE messages SET trashed_at = 0, parent_id = NULL WHERE parent_id = :key',
  );
  for (const { key } of roots) freeChildren.run({ key });
  bequeathHandedOver(
    connection,
    roots.map(({ key }) => key),
  );
  eraseMessages(connection, roots);
  return roots.length;
}

/** From the end: a child always has a larger sequence number than its parent, so nothing cascades. */
function eraseSession(connection: Connection, limit: number): number {
  const session = prepared<object, { readonly key: number }>(
    connection,
    'SELECT id AS key FROM sessions WHERE trashed_at = 0 LIMIT 1',
  ).get({});
  if (session === undefined) return 0;
  const { key } = session;
  const messages = newestMessages(connection, key, limit);
  if (messages.length > 0) {
    eraseMessages(connection, messages);
    return messages.length;
  }
  withBlobsOf(connection, 'queued_id', queuedKeys(connection, key), () => {
    prepared<{ key: number }>(connection, 'DELETE FROM queued_messages WHERE session_id = :key').run({ key });
  });
  withBlobsOf(connection, 'draft_session_id', [key], () => {
    for (const sql of remainders) prepared<{ key: number }>(connection, sql).run({ key });
  });
  return 1;
}

function queuedKeys(connection: Connection, sessionKey: number): readonly number[] {
  return prepared<{ sessionKey: number }, { readonly key: number }>(
    connection,
    'SELECT id AS key FROM queued_messages WHERE session_id = :sessionKey',
  )
    .all({ sessionKey })
    .map(({ key }) => key);
}

/** What a session leaves when its messages are gone; drafts, folds and tags go with its row. */
const remainders = [
  'DELETE FROM prompt_history WHERE session_id = :key',
  'DELETE FROM sessions WHERE id = :key',
];
