import { refreshTagIds } from '../library/session-tags.ts';
import { type Connection, prepared } from '../statements.ts';

/** Takes a tag that is being erased off `limit` sessions, or the tag away. Returns the number of rows. */
export function eraseTag(connection: Connection, limit: number): number {
  const tag = findOne(connection, 'SELECT id AS key FROM tags WHERE trashed_at = 0 LIMIT 1');
  if (tag === undefined) return 0;
  const sessions = prepared<{ key: number; limit: number }, { readonly key: number }>(
    connection,
    `SELECT session_id AS key
     FROM session_tags
     WHERE tag_id = :key
     LIMIT :limit`,
  )
    .all({ key: tag.key, limit })
    .map(({ key }) => key);
  if (sessions.length === 0) {
    return prepared<{ key: number }>(connection, 'DELETE FROM tags WHERE id = :key').run(tag).changes;
  }
  const untag = prepared<{ key: number; sessionKey: number }>(
    connection,
    'DELETE FROM session_tags WHERE session_id = :sessionKey AND tag_id = :key',
  );
  for (const sessionKey of sessions) untag.run({ key: tag.key, sessionKey });
  // Their lists may still name it, when it was erased before the change to the trash had reached them all.
  refreshTagIds(connection, JSON.stringify(sessions));
  return sessions.length;
}

/** Makes `limit` sessions forget a project that is being erased, or takes the project away. */
export function eraseProject(connection: Connection, limit: number): number {
  const project = findOne(connection, 'SELECT id AS key FROM projects WHERE trashed_at = 0 LIMIT 1');
  if (project === undefined) return 0;
  for (const column of ['trashed_project_id', 'project_id']) {
    const { changes } = prepared<{ key: number; limit: number }>(
      connection,
      `UPDATE sessions
       SET ${column} = NULL
       WHERE id IN (SELECT id FROM sessions WHERE ${column} = :key LIMIT :limit)`,
    ).run({ key: project.key, limit });
    if (changes > 0) return changes;
  }
  prepared<{ key: number }>(connection, 'DELETE FROM session_counts WHERE project_key = :key').run(project);
  return prepared<{ key: number }>(connection, 'DELETE FROM projects WHERE id = :key').run(project).changes;
}

function findOne(connection: Connection, sql: string): { readonly key: number } | undefined {
  return prepared<object, { readonly key: number }>(connection, sql).get({});
}
