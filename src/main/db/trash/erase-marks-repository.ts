import type { TrashedThing } from '#shared/contract/trash.ts';
import type { CallInput } from '../interface.ts';
import { forgetFirstExchange } from '../library/first-question.ts';
import { type Connection, prepared } from '../statements.ts';
import type { MessageRange } from './erase-messages.ts';

/**
 * Marks things of the trash as being erased: from here on they are in no list and cannot be restored. Passes over what
 * is not in the trash. Returns the number of rows that will go, as far as it is known without counting.
 */
export function markErased(connection: Connection, input: CallInput<'markErased'>): number {
  let rows = 0;
  for (const thing of input.things) rows += markThing(connection, thing);
  return rows;
}

/** The same for `limit` of the sessions that went to the trash with a project; 0 when there are no more. */
export function markErasedWithProject(
  connection: Connection,
  input: CallInput<'markErasedWithProject'>,
): number {
  return sumOf(
    prepared<object, Rows>(
      connection,
      `UPDATE sessions
       SET trashed_at = 0, is_incomplete = 1
       WHERE id IN (
         SELECT sessions.id
         FROM projects
         CROSS JOIN sessions INDEXED BY sessions_by_trashed_project
           ON sessions.trashed_project_id = projects.id AND sessions.trashed_at = projects.trashed_at
         WHERE projects.public_id = :projectId AND projects.trashed_at > 0
         LIMIT :limit
       )
         AND is_incomplete = 0
       RETURNING message_count + 1 AS rows`,
    ).all(input),
  );
}

/** The same for `limit` of the things that went to the trash at `until` or before; 0 when there are no more. */
export function markErasedUntil(connection: Connection, input: CallInput<'markErasedUntil'>): number {
  return (
    sumOf(prepared<object, Rows>(connection, oldSessionsSql).all(input)) ||
    ['projects', 'tags', 'prompts']
      .map((table) => prepared<object>(connection, markUntilSql(table)).run(input).changes)
      .reduce((sum, changes) => sum + changes, markBranches(connection, markUntilSql('messages'), input))
  );
}

/** Sessions being copied have a date of the trash, too, but are somebody else's. */
export const oldSessionsSql = `
  UPDATE sessions
  SET trashed_at = 0, is_incomplete = 1
  WHERE id IN (
    SELECT id
    FROM sessions
    WHERE trashed_at BETWEEN 1 AND :until AND is_incomplete = 0
    LIMIT :limit
  )
  RETURNING message_count + 1 AS rows`;

const markUntilSql = (table: string) => `
  UPDATE ${table}
  SET trashed_at = 0
  WHERE id IN (SELECT id FROM ${table} WHERE trashed_at BETWEEN 1 AND :until LIMIT :limit)`;

/** Copies that nobody goes on with: those of a run that was cut off. */
export function markAbandonedCopies(connection: Connection): number {
  return prepared<object>(
    connection,
    'UPDATE sessions SET trashed_at = 0 WHERE is_incomplete = 1 AND trashed_at <> 0',
  ).run({}).changes;
}

interface Rows {
  readonly rows: number;
}

function markThing(connection: Connection, thing: TrashedThing): number {
  switch (thing.kind) {
    case 'session':
      return sumOf(
        prepared<object, Rows>(
          connection,
          `UPDATE sessions
           SET trashed_at = 0, is_incomplete = 1
           WHERE public_id = :sessionId AND trashed_at > 0 AND is_incomplete = 0
           RETURNING message_count + 1 AS rows`,
        ).all({ sessionId: thing.sessionId }),
      );
    case 'project':
      return prepared<object>(
        connection,
        'UPDATE projects SET trashed_at = 0 WHERE public_id = :projectId AND trashed_at > 0',
      ).run({ projectId: thing.projectId }).changes;
    case 'tag':
      return prepared<object>(
        connection,
        'UPDATE tags SET trashed_at = 0 WHERE id = :tagId AND trashed_at > 0',
      ).run({ tagId: thing.tagId }).changes;
    case 'prompt':
      return prepared<object>(
        connection,
        'UPDATE prompts SET trashed_at = 0 WHERE public_id = :promptId AND trashed_at > 0',
      ).run({ promptId: thing.promptId }).changes;
    case 'branch':
      return markBranches(
        connection,
        `UPDATE messages
         SET trashed_at = 0
         WHERE public_id = :messageId
           AND trashed_at > 0
           AND session_id = (SELECT id FROM sessions WHERE public_id = :sessionId)`,
        { messageId: thing.messageId, sessionId: thing.sessionId },
      );
  }
}

/** Of an exchange that a model may have made the title of, the title goes too. */
function markBranches(connection: Connection, sql: string, values: object): number {
  const marked = prepared<object, MessageRange>(
    connection,
    `${sql} RETURNING id AS key, session_id AS sessionKey`,
  ).all(values);
  const sessions = marked.filter(({ key }) => isFirstExchange(connection, key));
  for (const sessionKey of new Set(sessions.map((branch) => branch.sessionKey))) {
    forgetFirstExchange(connection, sessionKey);
  }
  return marked.length;
}

/** A question that a session can begin with, or an answer to it: at most one message of the two stands above. */
function isFirstExchange(connection: Connection, key: number): boolean {
  const row = prepared<{ key: number }, { readonly said: number }>(
    connection,
    `WITH RECURSIVE above (parent_key, role, height) AS (
       SELECT parent_id, role, 0
       FROM messages
       WHERE id = :key
       UNION ALL
       SELECT messages.parent_id, messages.role, above.height + 1
       FROM above
       CROSS JOIN messages ON messages.id = above.parent_key
     )
     SELECT COUNT(*) AS said
     FROM (SELECT 1 FROM above WHERE height > 0 AND role <> 'system' LIMIT 2)`,
  ).get({ key });
  return row !== undefined && row.said < 2;
}

function sumOf(rows: readonly Rows[]): number {
  return rows.reduce((sum, each) => sum + each.rows, 0);
}
