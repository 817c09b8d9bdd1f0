import { type Connection, prepared } from '../statements.ts';

/** Says of a message whether it lies on a branch in the trash; what that takes is read once per session. */
export function createTrashedBranches(connection: Connection): (key: number, sessionKey: number) => boolean {
  const roots = prepared<object, { readonly key: number; readonly sessionKey: number }>(
    connection,
    `SELECT id AS key, session_id AS sessionKey
     FROM messages
     WHERE trashed_at IS NOT NULL`,
  ).all({});
  const rootsOf = new Map<number, number[]>();
  for (const { key, sessionKey } of roots) {
    const known = rootsOf.get(sessionKey);
    if (known === undefined) rootsOf.set(sessionKey, [key]);
    else known.push(key);
  }
  const hidden = new Map<number, ReadonlySet<number>>();
  return (key, sessionKey) => {
    const sessionRoots = rootsOf.get(sessionKey);
    if (sessionRoots === undefined) return false;
    let keys = hidden.get(sessionKey);
    if (keys === undefined) {
      keys = keysBelow(connection, sessionRoots);
      hidden.set(sessionKey, keys);
    }
    return keys.has(key);
  };
}

function keysBelow(connection: Connection, roots: readonly number[]): ReadonlySet<number> {
  const rows = prepared<{ roots: string }, { readonly key: number }>(
    connection,
    `WITH RECURSIVE below (key) AS (
       SELECT value FROM json_each(:roots)
       UNION
       SELECT messages.id
       FROM below
       CROSS JOIN messages ON messages.parent_id = below.key
     )
     SELECT key FROM below`,
  ).all({ roots: JSON.stringify(roots) });
  return new Set(rows.map(({ key }) => key));
}
