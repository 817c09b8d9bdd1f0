import { type Project, type ProjectId, projectColourCount } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from './interface.ts';
import { type ProjectRow, projectColumns, toProject } from './rows.ts';
import { type Connection, prepared } from './statements.ts';
import { storable } from './storable-text.ts';

export function createProject(connection: Connection, input: CallInput<'createProject'>): Project {
  if (findProject(connection, input.id) !== undefined) {
    const problem = 'the project id is in use';
    throw new AppError({ code: 'invalid-input', details: { request: 'createProject', problem } });
  }
  prepared<{ id: string; name: string; at: number }>(
    connection,
    `INSERT INTO projects (public_id, name, position, colour, created_at, updated_at)
     SELECT :id, :name, IFNULL(MAX(position), -1) + 1, (IFNULL(MAX(position), -1) + 1) % ${projectColourCount}, :at, :at
     FROM projects`,
  ).run({ id: input.id, name: storable(input.name), at: input.at });
  return toProject(getProject(connection, input.id));
}

export function listProjects(connection: Connection): readonly Project[] {
  return prepared<object, ProjectRow>(
    connection,
    `SELECT ${projectColumns}
     FROM projects
     WHERE trashed_at IS NULL
     ORDER BY position`,
  )
    .all({})
    .map(toProject);
}

export function renameProject(connection: Connection, input: CallInput<'renameProject'>): Project {
  const { key } = getProject(connection, input.projectId);
  prepared<{ key: number; name: string; at: number }>(
    connection,
    'UPDATE projects SET name = :name, updated_at = :at WHERE id = :key',
  ).run({ key, name: storable(input.name), at: input.at });
  return toProject(getProject(connection, input.projectId));
}

export function trashProject(connection: Connection, input: CallInput<'trashProject'>): void {
  const { key } = getProject(connection, input.projectId);
  prepared<{ key: number; at: number }>(
    connection,
    'UPDATE projects SET trashed_at = :at WHERE id = :key',
  ).run({ key, at: input.at });
  prepared<{ key: number }>(
    connection,
    `UPDATE sessions
     SET project_id = NULL, trashed_project_id = :key
     WHERE project_id = :key`,
  ).run({ key });
}

export function restoreProject(connection: Connection, input: CallInput<'restoreProject'>): Project {
  const row = findProject(connection, input.projectId);
  if (row === undefined) throw projectNotFound(input.projectId);
  const { key } = row;
  prepared<{ key: number; at: number }>(
    connection,
    'UPDATE projects SET trashed_at = NULL, updated_at = :at WHERE id = :key',
  ).run({ key, at: input.at });
  prepared<{ key: number }>(
    connection,
    `UPDATE sessions
     SET project_id = :key
     WHERE trashed_project_id = :key AND project_id IS NULL`,
  ).run({ key });
  prepared<{ key: number }>(
    connection,
    'UPDATE sessions SET trashed_project_id = NULL WHERE trashed_project_id = :key',
  ).run({ key });
  return toProject(getProject(connection, input.projectId));
}

/** The internal key of a project that is there and not in the trash; null for the Inbox. Error: not-found. */
export function placeKey(connection: Connection, projectId: ProjectId | null): number | null {
  return projectId === null ? null : getProject(connection, projectId).key;
}

function getProject(connection: Connection, projectId: ProjectId): ProjectRow {
  const row = findProject(connection, projectId);
  if (row === undefined || row.trashed_at !== null) throw projectNotFound(projectId);
  return row;
}

function findProject(
  connection: Connection,
  projectId: ProjectId,
): (ProjectRow & { readonly trashed_at: number | null }) | undefined {
  return prepared<{ projectId: string }, ProjectRow & { readonly trashed_at: number | null }>(
    connection,
    `SELECT ${projectColumns}, projects.trashed_at
     FROM projects
     WHERE public_id = :projectId`,
  ).get({ projectId });
}

function projectNotFound(id: ProjectId): AppError {
  return new AppError({ code: 'not-found', details: { what: 'project', id } });
}
