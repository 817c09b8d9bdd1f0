import type { SessionId } from '#shared/domain.ts';
import type { CallInput, ProjectRestored, ProjectTrashed } from '../interface.ts';
import { findPlace, getProject, placeKey, projectNotFound } from '../library/projects-repository.ts';
import { readSummaries } from '../library/session-groups-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { erasedAt } from './trash-repository.ts';

// A project takes its sessions along, `limit` of them with each call. They remember it in `trashed_project_id`; those
// that were sent to the trash with it bear its own time there, which tells them from those that were there before.

/**
 * The project itself goes with the call that finds no more sessions: cut off in between, it is still there and the
 * next attempt finishes.
 */
export function trashProject(connection: Connection, input: CallInput<'trashProject'>): ProjectTrashed {
  const key = placeKey(connection, input.projectId);
  const isTrashing = input.sessions === 'to-trash';
  const taken = prepared<object, { readonly key: number; readonly trashed_at: number | null }>(
    connection,
    `SELECT id AS key, trashed_at
     FROM sessions INDEXED BY sessions_by_project
     WHERE project_id = :key
     LIMIT :limit`,
  ).all({ key, limit: input.limit });
  const shown = taken.filter((session) => session.trashed_at === null).map((session) => session.key);
  const ids = prepared<object, { readonly key: number; readonly id: SessionId }>(
    connection,
    `UPDATE sessions
     SET project_id = NULL,
         trashed_project_id = :key,
         trashed_at = ${isTrashing ? 'IFNULL(trashed_at, :at)' : 'trashed_at'}
     WHERE id IN (SELECT value FROM json_each(:keys))
     RETURNING id AS key, public_id AS id`,
  ).all({
    key,
    keys: JSON.stringify(taken.map((session) => session.key)),
    ...(isTrashing && { at: input.at }),
  });
  const isDone = taken.length < input.limit;
  if (isDone) {
    prepared<object>(connection, 'UPDATE projects SET trashed_at = :at WHERE id = :key').run({
      key,
      at: input.at,
    });
  }
  const gone = new Set(isTrashing ? shown : []);
  return {
    changed: isTrashing ? [] : readSummaries(connection, shown),
    removed: ids.filter((session) => gone.has(session.key)).map((session) => session.id),
    isDone,
  };
}

/**
 * The project is back with the first call, and takes back what is still in the Inbox and what went to the trash with
 * it. What went elsewhere meanwhile stays there.
 */
export function restoreProject(connection: Connection, input: CallInput<'restoreProject'>): ProjectRestored {
  const found = findPlace(connection, input.projectId);
  if (found === undefined || found.trashed_at === erasedAt) throw projectNotFound(input.projectId);
  const { key } = found;
  const wentAt = found.trashed_at ?? input.wentAt;
  if (found.trashed_at !== null) {
    prepared<object>(
      connection,
      'UPDATE projects SET trashed_at = NULL, updated_at = :at WHERE id = :key',
    ).run({ key, at: input.at });
  }
  const taken = prepared<object, { readonly key: number; readonly trashed_at: number | null }>(
    connection,
    `SELECT id AS key, trashed_at
     FROM sessions INDEXED BY sessions_by_trashed_project
     WHERE trashed_project_id = :key
     LIMIT :limit`,
  )
    .all({ key, limit: input.limit })
    .map((session) => session.key);
  prepared<object>(
    connection,
    `UPDATE sessions
     SET project_id = IFNULL(project_id, :key),
         trashed_project_id = NULL,
         trashed_at = CASE WHEN trashed_at IS NOT :wentAt THEN trashed_at END
     WHERE id IN (SELECT value FROM json_each(:keys))`,
  ).run({ key, wentAt, keys: JSON.stringify(taken) });
  return {
    project: getProject(connection, input),
    changed: readSummaries(connection, taken),
    wentAt,
    isDone: taken.length < input.limit,
  };
}
