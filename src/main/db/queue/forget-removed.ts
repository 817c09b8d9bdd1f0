import { type Connection, prepared } from '../statements.ts';
import { addChore } from '../trash/chores.ts';
import { withBlobsOf } from '../trash/erase-messages.ts';

/** Messages taken out of their queues go for good, with the contents of files that nothing else refers to. */
export function forgetRemovedQueued(connection: Connection): void {
  const keys = prepared<object, { readonly key: number }>(
    connection,
    'SELECT id AS key FROM queued_messages WHERE removed_at IS NOT NULL',
  )
    .all({})
    .map(({ key }) => key);
  if (keys.length === 0) return;
  withBlobsOf(connection, 'queued_id', keys, () => {
    prepared<object>(connection, 'DELETE FROM queued_messages WHERE removed_at IS NOT NULL').run({});
  });
  addChore(connection, 'remove-traces');
}
