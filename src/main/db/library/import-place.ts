import type { ProjectId } from '#shared/domain.ts';
import type { SessionRecord } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { createProject, findPlace, placeKey } from './projects-repository.ts';

/**
 * The internal key of the project a session of a file belongs to: the one of its id, else the one of its name, else a new one;
 * null for the Inbox.
 */
export function importPlace(
  connection: Connection,
  { session: { projectId }, projectName }: SessionRecord,
  freshId: ProjectId,
  at: number,
): number | null {
  if (projectId !== null && findPlace(connection, projectId)?.trashed_at === null) {
    return placeKey(connection, projectId);
  }
  if (projectName === null) return null;
  const named = prepared<{ name: string }, { readonly key: number }>(
    connection,
    `SELECT id AS key
     FROM projects
     WHERE name = :name AND trashed_at IS NULL
     ORDER BY position
     LIMIT 1`,
  ).get({ name: storable(projectName) });
  if (named !== undefined) return named.key;
  const id = projectId === null || isUsed(connection, projectId) ? freshId : projectId;
  return placeKey(connection, createProject(connection, { id, name: projectName, at }).id);
}

/** By any, also one in the trash or being erased. */
function isUsed(connection: Connection, id: ProjectId): boolean {
  const row = prepared<{ id: ProjectId }, object>(
    connection,
    'SELECT 1 FROM projects WHERE public_id = :id',
  ).get({ id });
  return row !== undefined;
}
