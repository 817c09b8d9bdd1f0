import { type Connection, prepared } from '../statements.ts';

// A message taken out of its branch leaves what follows it to its parent. What is in the trash on its own account goes
// along, so that erasing the message takes nothing else with it. A child still has a larger sequence number than its
// parent, as the parent of a parent is older still.

/** Gives what follows each message to its parent, and keeps in mind what that was; from the top down. */
export function handOverChildren(connection: Connection, keys: readonly number[]): void {
  const remember = prepared<{ key: number }>(
    connection,
    `INSERT OR IGNORE INTO handed_over (child_id, removed_id)
     SELECT id, :key
     FROM messages
     WHERE parent_id = :key`,
  );
  const move = prepared<{ key: number }>(
    connection,
    `UPDATE messages
     SET parent_id = (SELECT removed.parent_id FROM messages AS removed WHERE removed.id = :key)
     WHERE parent_id = :key`,
  );
  let moved = 0;
  for (const key of keys) {
    remember.run({ key });
    moved += move.run({ key }).changes;
  }
  if (moved > 0) forgetBranches(connection);
}

/**
 * The way back, from the bottom up. What a child has handed over itself, being in the trash as well, follows it: so
 * whatever is taken out and put back in whatever order, a message is below the nearest of those it began below that is
 * not taken out.
 */
export function takeBackChildren(connection: Connection, keys: readonly number[]): void {
  const takeBack = prepared<{ key: number }>(
    connection,
    `WITH RECURSIVE taken (key) AS (
       SELECT child_id
       FROM handed_over
       WHERE removed_id = :key
       UNION
       SELECT handed_over.child_id
       FROM taken
       CROSS JOIN handed_over ON handed_over.removed_id = taken.key
     )
     UPDATE messages
     SET parent_id = :key
     WHERE id IN (SELECT key FROM taken)
       -- The plus keeps SQLite from looking through all that stand below that parent.
       AND +parent_id IS (SELECT back.parent_id FROM messages AS back WHERE back.id = :key)`,
  );
  const forget = prepared<{ key: number }>(connection, 'DELETE FROM handed_over WHERE removed_id = :key');
  let moved = 0;
  for (const key of keys) {
    moved += takeBack.run({ key }).changes;
    forget.run({ key });
  }
  if (moved > 0) forgetBranches(connection);
}

/** Before messages are erased: what they handed over is known to those that handed them over. */
export function bequeathHandedOver(connection: Connection, keys: readonly number[]): void {
  if (prepared<object, object>(connection, 'SELECT 1 FROM handed_over LIMIT 1').get({}) === undefined) return;
  const bequeath = prepared<{ key: number }>(
    connection,
    `INSERT OR IGNORE INTO handed_over (child_id, removed_id)
     SELECT own.child_id, heir.removed_id
     FROM handed_over AS own
     CROSS JOIN handed_over AS heir ON heir.child_id = own.removed_id
     WHERE own.removed_id = :key`,
  );
  for (const key of keys) bequeath.run({ key });
}

/** Whoever remembers the way down a branch reads it again. */
function forgetBranches(connection: Connection): void {
  prepared<object>(connection, 'UPDATE tree_state SET version = version + 1').run({});
}
