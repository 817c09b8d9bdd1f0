import { colourCount, type Project, type ProjectId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { type ProjectRow, projectColumns, toProject } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';

export function createProject(connection: Connection, input: CallInput<'createProject'>): Project {
  if (findPlace(connection, input.id) !== undefined) {
    const problem = 'the project id is in use';
    throw new AppError({ code: 'invalid-input', details: { request: 'createProject', problem } });
  }
  prepared<object>(
    connection,
    `INSERT INTO projects (public_id, name, position, colour, created_at, updated_at)
     SELECT :id, :name, IFNULL(MAX(position), -1) + 1, (IFNULL(MAX(position), -1) + 1) % ${colourCount}, :at, :at
     FROM projects`,
  ).run({ id: input.id, name: storable(input.name), at: input.at });
  return getProject(connection, { projectId: input.id });
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

export function getProject(connection: Connection, input: CallInput<'getProject'>): Project {
  return toProject(getProjectRow(connection, input.projectId));
}

export function updateProject(connection: Connection, input: CallInput<'updateProject'>): Project {
  const row = getProjectRow(connection, input.projectId);
  const { name, description, colour, defaults, isArchived } = input.changes;
  prepared<object>(
    connection,
    `UPDATE projects
     SET name = :name,
         description = :description,
         colour = :colour,
         default_model = :model,
         default_system_prompt = :systemPrompt,
         default_parameters = :parameters,
         archived_at = CASE WHEN :isArchived THEN IFNULL(archived_at, :at) END,
         updated_at = :at
     WHERE id = :key`,
  ).run({
    key: row.key,
    at: input.at,
    name: name === undefined ? row.name : storable(name),
    description: description === undefined ? row.description : storable(description),
    colour: colour ?? row.colour,
    model: defaults === undefined ? row.default_model : defaults.model,
    systemPrompt: defaults === undefined ? row.default_system_prompt : storableOrNull(defaults.systemPrompt),
    parameters: defaults === undefined ? row.default_parameters : JSON.stringify(defaults.parameters),
    isArchived: isArchived === undefined ? row.is_archived : Number(isArchived),
  });
  return getProject(connection, input);
}

function storableOrNull(text: string | null): string | null {
  return text === null ? null : storable(text);
}

/** The internal key of a project that is there and not in the trash; null for the Inbox. Error: not-found. */
export function placeKey(connection: Connection, projectId: ProjectId | null): number | null {
  if (projectId === null) return null;
  const place = findPlace(connection, projectId);
  if (place === undefined || place.trashed_at !== null) throw projectNotFound(projectId);
  return place.key;
}

/** The key of a project and when it went to the trash, if it did. */
export function findPlace(
  connection: Connection,
  projectId: ProjectId,
): { readonly key: number; readonly trashed_at: number | null } | undefined {
  return prepared<object, { readonly key: number; readonly trashed_at: number | null }>(
    connection,
    // One that is being erased (trashed_at 0) is not there any more.
    'SELECT id AS key, trashed_at FROM projects WHERE public_id = :projectId AND trashed_at IS NOT 0',
  ).get({ projectId });
}

function getProjectRow(connection: Connection, projectId: ProjectId): ProjectRow {
  const row = prepared<object, ProjectRow>(
    connection,
    `SELECT ${projectColumns}
     FROM projects
     WHERE public_id = :projectId AND trashed_at IS NULL`,
  ).get({ projectId });
  if (row === undefined) throw projectNotFound(projectId);
  return row;
}

export function projectNotFound(id: ProjectId): AppError {
  return new AppError({ code: 'not-found', details: { what: 'project', id } });
}
