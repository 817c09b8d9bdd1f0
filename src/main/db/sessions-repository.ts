import type { SessionPage } from '#shared/contract/library.ts';
import { changeParameters, type Session, type SessionId, titleFromText } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput, SessionRowChanges } from './interface.ts';
import { placeKey } from './projects-repository.ts';
import {
  type SessionRow,
  type SummaryRow,
  sessionColumns,
  summaryColumns,
  toSession,
  toSummary,
} from './rows.ts';
import { type Connection, prepared } from './statements.ts';
import { storable } from './storable-text.ts';

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

export function findEmptySession(
  connection: Connection,
  input: CallInput<'findEmptySession'>,
): Session | undefined {
  const row = prepared<{ projectKey: number | null }, SessionRow>(
    connection,
    `SELECT ${sessionColumns}
     FROM sessions
     LEFT JOIN projects ON projects.id = sessions.project_id
     LEFT JOIN messages AS leaf ON leaf.id = sessions.active_leaf_id
     WHERE sessions.project_id IS :projectKey
       AND sessions.message_count = 0
       AND sessions.trashed_at IS NULL
       AND sessions.archived_at IS NULL
       AND sessions.title = ''
       AND NOT EXISTS (SELECT 1 FROM drafts WHERE drafts.session_id = sessions.id)
     ORDER BY sessions.updated_at DESC, sessions.public_id DESC
     LIMIT 1`,
  ).get({ projectKey: placeKey(connection, input.projectId) });
  return row === undefined ? undefined : toSession(row);
}

/** Sorts after every session there can be, so that the first page needs no statement of its own. */
const beforeFirst = { updatedAt: Number.MAX_SAFE_INTEGER, id: '' };

export const listSessionsSql = `
  SELECT ${summaryColumns}
  FROM sessions
  LEFT JOIN projects ON projects.id = sessions.project_id
  WHERE sessions.project_id IS :projectKey
    AND sessions.trashed_at IS NULL
    AND sessions.archived_at IS NULL
    AND (sessions.updated_at, sessions.public_id) < (:updatedAt, :id)
  ORDER BY sessions.updated_at DESC, sessions.public_id DESC
  LIMIT :limit`;

export function listSessions(connection: Connection, input: CallInput<'listSessions'>): SessionPage {
  const { updatedAt, id } = input.after ?? beforeFirst;
  const projectKey = placeKey(connection, input.projectId);
  const rows = prepared<object, SummaryRow>(connection, listSessionsSql).all({
    projectKey,
    updatedAt,
    id,
    limit: input.limit + 1,
  });
  return { sessions: rows.slice(0, input.limit).map(toSummary), hasMore: rows.length > input.limit };
}

export function getSession(connection: Connection, input: CallInput<'getSession'>): Session {
  return toSession(getSessionRow(connection, input.sessionId));
}

export function updateSession(connection: Connection, input: CallInput<'updateSession'>): Session {
  const row = getSessionRow(connection, input.sessionId);
  const { changes } = input;
  prepared(
    connection,
    `UPDATE sessions
     SET title = :title,
         title_source = :titleSource,
         model = :model,
         is_model_checked = :isModelChecked,
         system_prompt = :systemPrompt,
         parameters = :parameters
     WHERE id = :key`,
  ).run({
    key: row.key,
    ...changedTitle(connection, row, changes.title),
    model: changes.model ?? row.model,
    isModelChecked:
      changes.isModelChecked === undefined ? row.is_model_checked : Number(changes.isModelChecked),
    systemPrompt: changes.systemPrompt === undefined ? row.system_prompt : storable(changes.systemPrompt),
    parameters: JSON.stringify(changeParameters(toSession(row).parameters, changes.parameters ?? {})),
  });
  return getSession(connection, input);
}

/** A title taken away is made again from the first question, if there is one with words in it. */
function changedTitle(
  connection: Connection,
  row: SessionRow,
  title: SessionRowChanges['title'],
): { readonly title: string; readonly titleSource: SessionRow['title_source'] } {
  if (title === undefined) return { title: row.title, titleSource: row.title_source };
  const given = storable(title);
  if (given !== '') return { title: given, titleSource: 'user' };
  const first = prepared<{ key: number }, { readonly content: string }>(
    connection,
    `SELECT content
     FROM messages
     WHERE session_id = :key AND role = 'user'
     ORDER BY sequence
     LIMIT 1`,
  ).get({ key: row.key });
  const made = titleFromText(first?.content ?? '');
  return { title: made, titleSource: made === '' ? 'none' : 'auto' };
}

export function trashSession(connection: Connection, input: CallInput<'trashSession'>): void {
  const { key } = getSessionRow(connection, input.sessionId);
  prepared<{ key: number; at: number }>(
    connection,
    'UPDATE sessions SET trashed_at = :at WHERE id = :key',
  ).run({ key, at: input.at });
}

export function restoreSession(connection: Connection, input: CallInput<'restoreSession'>): Session {
  const row = findSession(connection, input.sessionId);
  if (row === undefined) throw sessionNotFound(input.sessionId);
  prepared<{ key: number }>(connection, 'UPDATE sessions SET trashed_at = NULL WHERE id = :key').run({
    key: row.key,
  });
  return getSession(connection, input);
}

/** The row of a session that is there and not in the trash. Error: not-found. */
export function getSessionRow(connection: Connection, sessionId: SessionId): SessionRow {
  const row = findSession(connection, sessionId);
  if (row === undefined || row.trashed_at !== null) throw sessionNotFound(sessionId);
  return row;
}

function findSession(
  connection: Connection,
  sessionId: SessionId,
): (SessionRow & { readonly trashed_at: number | null }) | undefined {
  return prepared<{ sessionId: string }, SessionRow & { readonly trashed_at: number | null }>(
    connection,
    `SELECT ${sessionColumns}, sessions.trashed_at
     FROM sessions
     LEFT JOIN projects ON projects.id = sessions.project_id
     LEFT JOIN messages AS leaf ON leaf.id = sessions.active_leaf_id
     WHERE sessions.public_id = :sessionId`,
  ).get({ sessionId });
}

function sessionNotFound(id: SessionId): AppError {
  return new AppError({ code: 'not-found', details: { what: 'session', id } });
}
