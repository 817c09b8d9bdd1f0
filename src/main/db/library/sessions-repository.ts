import { changeParameters, type ProjectId, type Session, type SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput, SessionRowChanges } from '../interface.ts';
import { type SessionRow, sessionColumns, toSession } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { firstShownQuestion } from './first-question.ts';
import { placeKey } from './projects-repository.ts';
import { hasUnsent } from './unsent.ts';

export function createSession(connection: Connection, input: CallInput<'createSession'>): Session {
  if (findSession(connection, input.id) !== undefined) {
    const problem = 'the session id is in use';
    throw new AppError({ code: 'invalid-input', details: { request: 'createSession', problem } });
  }
  prepared(
    connection,
    `INSERT INTO sessions
       (public_id, project_id, model, is_model_checked, system_prompt, parameters, created_at, updated_at)
     VALUES
       (:id, :projectKey, :model, :isModelChecked, :systemPrompt, :parameters, :at, :at)`,
  ).run({
    id: input.id,
    projectKey: placeKey(connection, input.projectId),
    model: input.model,
    isModelChecked: input.isModelChecked ? 1 : 0,
    systemPrompt: storable(input.systemPrompt),
    parameters: JSON.stringify(input.parameters),
    at: input.at,
  });
  return getSession(connection, { sessionId: input.id });
}

export const findEmptySessionSql = `
  SELECT ${sessionColumns}
  FROM sessions INDEXED BY sessions_untouched
  WHERE sessions.project_id IS :projectKey
    AND sessions.message_count = 0
    AND sessions.trashed_at IS NULL
    AND sessions.archived_at IS NULL
    AND sessions.pinned_at IS NULL
    AND sessions.title = ''
    AND sessions.tag_ids = '[]'
    AND sessions.fields = '{}'
    AND sessions.description = ''
    AND NOT ${hasUnsent}
  ORDER BY sessions.updated_at DESC, sessions.public_id DESC
  LIMIT 1`;

export function findEmptySession(
  connection: Connection,
  input: CallInput<'findEmptySession'>,
): Session | undefined {
  const row = prepared<{ projectKey: number | null }, SessionRow>(connection, findEmptySessionSql).get({
    projectKey: placeKey(connection, input.projectId),
  });
  return row === undefined ? undefined : toSession(row);
}

export function getSession(connection: Connection, input: CallInput<'getSession'>): Session {
  return toSession(getSessionRow(connection, input.sessionId, input.within));
}

export function updateSession(connection: Connection, input: CallInput<'updateSession'>): Session {
  const row = getSessionRow(connection, input.sessionId, input.within);
  const columns = changedColumns(connection, row, input.changes);
  // Only what is different is written: an index is touched for each column that is named.
  const names = columnNames.filter((name) => columns[name] !== undefined && columns[name] !== row[name]);
  if (names.length > 0) {
    const assignments = names.map((name) => `${name} = :${name}`).join(', ');
    prepared(connection, `UPDATE sessions SET ${assignments} WHERE id = :key`).run({
      ...Object.fromEntries(names.map((name) => [name, columns[name]])),
      key: row.key,
    });
  }
  return toSession({ ...row, ...columns });
}

const columnNames = [
  'title',
  'title_source',
  'model',
  'is_model_checked',
  'system_prompt',
  'parameters',
  'description',
  'fields',
] as const satisfies readonly (keyof SessionRow)[];

type ChangedColumns = Partial<Pick<SessionRow, (typeof columnNames)[number]>>;

function changedColumns(connection: Connection, row: SessionRow, changes: SessionRowChanges): ChangedColumns {
  const { title, model, isModelChecked, systemPrompt, parameters, description, metadata } = changes;
  return {
    ...(title !== undefined && changedTitle(connection, row, title)),
    ...(model !== undefined && { model }),
    ...(isModelChecked !== undefined && { is_model_checked: isModelChecked ? 1 : 0 }),
    ...(systemPrompt !== undefined && { system_prompt: storable(systemPrompt) }),
    ...(parameters !== undefined && {
      parameters: JSON.stringify(changeParameters(toSession(row).parameters, parameters)),
    }),
    ...(description !== undefined && { description: storable(description) }),
    ...(metadata !== undefined && { fields: JSON.stringify(storableFields(metadata)) }),
  };
}

function storableFields(fields: NonNullable<SessionRowChanges['metadata']>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [storable(name), storable(value)]));
}

/** A title taken away is made again from the first question, if there is one with words in it. */
function changedTitle(
  connection: Connection,
  row: SessionRow,
  title: string,
): Required<Pick<ChangedColumns, 'title' | 'title_source'>> {
  const given = storable(title);
  if (given !== '') return { title: given, title_source: 'user' };
  const { title: made } = firstShownQuestion(connection, row.key);
  return { title: made, title_source: made === '' ? 'none' : 'auto' };
}

/**
 * The row of a session that is there and not in the trash; with `within`, of one that is in that project (null = the
 * Inbox), so that nothing of another project is reached under its name (E1). Error: not-found.
 */
export function getSessionRow(
  connection: Connection,
  sessionId: SessionId,
  within?: ProjectId | null,
): SessionRow {
  const row = findSession(connection, sessionId);
  if (row === undefined || row.trashed_at !== null) throw sessionNotFound(sessionId);
  if (within !== undefined && row.project_id !== within) throw sessionNotFound(sessionId);
  return row;
}

const findSessionSql = `
  SELECT ${sessionColumns}, sessions.trashed_at
  FROM sessions
  WHERE sessions.public_id = :sessionId`;

function findSession(
  connection: Connection,
  sessionId: SessionId,
): (SessionRow & { readonly trashed_at: number | null }) | undefined {
  return prepared<{ sessionId: string }, SessionRow & { readonly trashed_at: number | null }>(
    connection,
    findSessionSql,
  ).get({ sessionId });
}

export function sessionNotFound(id: SessionId): AppError {
  return new AppError({ code: 'not-found', details: { what: 'session', id } });
}
