import type { Prompt, PromptId, PromptSummary } from '#shared/contract/prompts.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';

interface PromptRow {
  readonly id: PromptId;
  readonly folder: string;
  readonly title: string;
  readonly preview: string;
  readonly created_at: number;
  readonly updated_at: number;
}

/** Columns of a `PromptRow`: enough of the body to name a prompt without a title. */
const columns = 'public_id AS id, folder, title, substr(body, 1, 300) AS preview, created_at, updated_at';

export function listPrompts(connection: Connection): readonly PromptSummary[] {
  return prepared<object, PromptRow>(
    connection,
    `SELECT ${columns}
     FROM prompts
     WHERE trashed_at IS NULL
     ORDER BY folder, position`,
  )
    .all({})
    .map(toSummary);
}

/** Error: not-found, also for one in the trash. */
export function getPrompt(connection: Connection, { promptId }: CallInput<'getPrompt'>): Prompt {
  const row = prepared<object, PromptRow & { readonly body: string }>(
    connection,
    `SELECT ${columns}, body
     FROM prompts
     WHERE public_id = :promptId AND trashed_at IS NULL`,
  ).get({ promptId });
  if (row === undefined) throw promptNotFound(promptId);
  return { ...toSummary(row), body: row.body };
}

/** Makes it, as the last of its folder, or writes it anew. Error: not-found for one in the trash. */
export function savePrompt(connection: Connection, input: CallInput<'savePrompt'>): Prompt {
  const { promptId, fields, at } = input;
  prepared<object>(
    connection,
    `INSERT INTO prompts (public_id, folder, title, body, position, created_at, updated_at)
     VALUES (:promptId, :folder, :title, :body, ${nextPosition}, :at, :at)
     ON CONFLICT (public_id) DO UPDATE
     SET folder = excluded.folder,
         title = excluded.title,
         body = excluded.body,
         position = CASE WHEN folder = excluded.folder THEN position ELSE excluded.position END,
         updated_at = excluded.updated_at
     WHERE trashed_at IS NULL`,
  ).run({
    promptId,
    at,
    folder: storable(fields.folder),
    title: storable(fields.title),
    body: storable(fields.body),
  });
  return getPrompt(connection, { promptId });
}

/** Gives those that went to the trash just now; passes over what is not there. */
export function trashPrompts(connection: Connection, input: CallInput<'trashPrompts'>): readonly PromptId[] {
  return prepared<object, { readonly id: PromptId }>(
    connection,
    `UPDATE prompts
     SET trashed_at = :at
     WHERE public_id IN (SELECT value FROM json_each(:ids)) AND trashed_at IS NULL
     RETURNING public_id AS id`,
  )
    .all({ at: input.at, ids: JSON.stringify(input.promptIds) })
    .map(({ id }) => id);
}

/** Gives all of them that are outside the trash now; passes over what is not there. */
export function restorePrompts(
  connection: Connection,
  input: CallInput<'restorePrompts'>,
): readonly PromptId[] {
  const ids = JSON.stringify(input.promptIds);
  prepared<object>(
    connection,
    `UPDATE prompts
     SET trashed_at = NULL
     WHERE public_id IN (SELECT value FROM json_each(:ids)) AND trashed_at > 0`,
  ).run({ ids });
  return prepared<object, { readonly id: PromptId }>(
    connection,
    `SELECT public_id AS id
     FROM prompts
     WHERE public_id IN (SELECT value FROM json_each(:ids)) AND trashed_at IS NULL`,
  )
    .all({ ids })
    .map(({ id }) => id);
}

/** With the folders inside it, those in the trash too: they come back where the others are. */
export function renamePromptFolder(connection: Connection, input: CallInput<'renamePromptFolder'>): void {
  prepared<object>(
    connection,
    `UPDATE prompts
     SET folder = ltrim(:to || substr(folder, length(:from) + 1), '/'), updated_at = :at
     WHERE ${isWithin(':from')}
       AND (trashed_at IS NULL OR trashed_at > 0)`,
  ).run({ from: input.from, to: storable(input.to), at: input.at });
}

/** Those of a folder and the folders inside it, with null all, with their bodies. */
export function readPrompts(connection: Connection, input: CallInput<'readPrompts'>): readonly Prompt[] {
  const { folder } = input;
  return prepared<object, PromptRow & { readonly body: string }>(
    connection,
    `SELECT ${columns}, body
     FROM prompts
     WHERE trashed_at IS NULL
       AND (:folder IS NULL OR ${isWithin(':folder')})
     ORDER BY folder, position`,
  )
    .all({ folder })
    .map((row) => ({ ...toSummary(row), body: row.body }));
}

/** A folder and those inside it. */
function isWithin(outer: string): string {
  return `(folder = ${outer} OR substr(folder, 1, length(${outer}) + 1) = ${outer} || '/')`;
}

export const nextPosition = `
  (SELECT IFNULL(MAX(others.position), 0) + 1 FROM prompts AS others WHERE others.folder = :folder AND others.trashed_at IS NULL)`;

function toSummary(row: PromptRow): PromptSummary {
  const { id, folder, title, preview } = row;
  return { id, folder, title, preview, createdAt: row.created_at, updatedAt: row.updated_at };
}

function promptNotFound(id: PromptId): AppError {
  return new AppError({ code: 'not-found', details: { what: 'prompt', id } });
}
