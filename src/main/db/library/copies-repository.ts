import type { Session, SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput, CopyBegun } from '../interface.ts';
import { refuseAnswering } from '../messages/answering.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { type CopyTarget, copyMessages } from './copy-messages.ts';
import { copyUnsent } from './copy-unsent.ts';
import { firstShownQuestion } from './first-question.ts';
import { refreshTagIds } from './session-tags.ts';
import { getSession, getSessionRow } from './sessions-repository.ts';

/**
 * Begins a session that holds copies of one session, a part of it, or the active branches of two. Nobody sees it before `finishCopy`;
 * one that is never finished is erased. Errors: not-found; busy while a source is answering.
 */
export function beginCopy(connection: Connection, input: CallInput<'beginCopy'>): CopyBegun {
  const rows = input.sourceIds.map((id) => getSessionRow(connection, id, input.within));
  const [first] = rows;
  if (first === undefined) throw new Error('a copy of nothing');
  for (const row of rows) refuseAnswering(connection, row.key, row.id);
  const last = rows.at(-1) ?? first;
  prepared<object>(connection, newCopySql).run({
    copyId: input.copyId,
    first: first.key,
    last: last.key,
    projectKey: first.project_key === last.project_key ? first.project_key : null,
    title: storable(input.title),
    at: input.at,
    isPart: input.isPart === true ? 1 : 0,
  });
  const { key } = getTarget(connection, input.copyId);
  for (const row of rows) {
    prepared<object>(
      connection,
      `INSERT OR IGNORE INTO session_tags (session_id, tag_id)
       SELECT :key, tag_id
       FROM session_tags
       WHERE session_id = :source`,
    ).run({ key, source: row.key });
  }
  if (rows.length === 1 && input.isPart !== true) copyFolds(connection, first.key, key);
  return {
    nextSequences: rows.map((row) => row.next_sequence),
    leafKeys: rows.map((row) => row.active_leaf_key),
  };
}

/** What the user wrote about both is kept; where only one value is possible, it is the first one's. */
const newCopySql = `
  INSERT INTO sessions
    (public_id, project_id, title, title_source, description, preview, model, is_model_checked, agent_name, created_at,
     updated_at, archived_at, trashed_at, is_incomplete, parameters, system_prompt, summary, summary_model, tool_settings,
     agent_settings, context_window_config, metadata, fields)
  SELECT
    :copyId,
    :projectKey,
    :title,
    CASE WHEN :title = '' THEN 'none' ELSE 'user' END,
    CASE
      WHEN first.id = last.id OR last.description = '' THEN first.description
      WHEN first.description = '' THEN last.description
      ELSE first.description || char(10, 10) || last.description
    END,
    first.preview,
    IFNULL(first.model, last.model),
    first.is_model_checked,
    first.agent_name,
    :at,
    :at,
    CASE WHEN first.id = last.id AND NOT :isPart THEN first.archived_at END,
    :at,
    1,
    first.parameters,
    CASE WHEN first.system_prompt = '' THEN last.system_prompt ELSE first.system_prompt END,
    -- A summary tells of messages that a part may not have.
    CASE WHEN first.id = last.id AND NOT :isPart THEN first.summary END,
    CASE WHEN first.id = last.id AND NOT :isPart THEN first.summary_model END,
    first.tool_settings,
    first.agent_settings,
    first.context_window_config,
    CASE
      WHEN first.id = last.id OR last.metadata IS NULL THEN first.metadata
      ELSE json_patch(last.metadata, IFNULL(first.metadata, '{}'))
    END,
    -- The inner one puts the first one's names in front.
    json_patch(json_patch(first.fields, last.fields), first.fields)
  FROM sessions AS first, sessions AS last
  WHERE first.id = :first AND last.id = :last`;

/** In the same order, so that `copyMessages` finds the new fold by its place. */
function copyFolds(connection: Connection, sourceKey: number, copyKey: number): void {
  prepared<object>(
    connection,
    `INSERT INTO folds (public_id, session_id, summary, summary_model, created_at, edited_at)
     SELECT lower(hex(randomblob(16))), :copyKey, summary, summary_model, created_at, edited_at
     FROM folds
     WHERE session_id = :sourceKey
     ORDER BY id`,
  ).run({ sourceKey, copyKey });
}

/** Adds a run of messages; those that were erased meanwhile are passed over. */
export function appendCopies(connection: Connection, input: CallInput<'appendCopies'>): void {
  copyMessages(connection, getTarget(connection, input.copyId), input);
}

/**
 * Shows the copy, and with `trashSources` sends the sources to the trash in the same transaction. Error: busy when a
 * source has got further messages since `beginCopy`, or one of a merge or a part shows another branch; then nothing happens.
 */
export function finishCopy(connection: Connection, input: CallInput<'finishCopy'>): Session {
  const { key } = getTarget(connection, input.copyId);
  const sources = input.sourceIds.map((id) => getSessionRow(connection, id));
  const isChain = sources.length > 1 || input.isPart === true;
  sources.forEach((source, index) => {
    refuseAnswering(connection, source.key, source.id);
    const isSameBranch = !isChain || source.active_leaf_key === input.leafKeys[index];
    if (source.next_sequence !== input.nextSequences[index] || !isSameBranch) throw isBusy(source.id);
  });
  const [first] = sources;
  if (first === undefined) throw new Error('a copy of nothing');
  prepared<object>(
    connection,
    `UPDATE sessions
     SET trashed_at = NULL,
         is_incomplete = 0,
         updated_at = MAX(updated_at, :at),
         active_leaf_id = ${
           isChain
             ? 'active_leaf_id'
             : `IFNULL(
           (
             SELECT copy.id
             FROM messages AS leaf
             CROSS JOIN messages AS copy ON copy.session_id = :key AND copy.sequence = leaf.sequence
             WHERE leaf.id = :leaf
           ),
           -- The shown branch of the source is not the one it was when the copy began.
           (
             SELECT id
             FROM messages
             WHERE session_id = :key AND trashed_at IS NULL
             ORDER BY sequence DESC
             LIMIT 1
           )
         )`
         },
         next_sequence = MAX(next_sequence, :nextSequence),
         preview = :preview
     WHERE id = :key`,
  ).run({
    key,
    at: input.at,
    nextSequence: isChain ? 1 : first.next_sequence,
    preview: firstShownQuestion(connection, key).preview,
    ...(!isChain && { leaf: first.active_leaf_key }),
  });
  refreshTagIds(connection, JSON.stringify([key]));
  if (input.trashSources) {
    const sourceKeys = sources.map((source) => source.key);
    copyUnsent(connection, key, sourceKeys, input.at);
    const trash = prepared<object>(connection, 'UPDATE sessions SET trashed_at = :at WHERE id = :key');
    for (const source of sources) trash.run({ at: input.at, key: source.key });
  }
  return getSession(connection, { sessionId: input.copyId });
}

/** Leaves an unfinished copy to be erased. */
export function abandonCopy(connection: Connection, input: CallInput<'abandonCopy'>): void {
  prepared<{ copyId: SessionId }>(
    connection,
    'UPDATE sessions SET trashed_at = 0 WHERE public_id = :copyId AND is_incomplete = 1',
  ).run(input);
}

function getTarget(connection: Connection, copyId: SessionId): CopyTarget {
  const row = prepared<{ copyId: SessionId }, CopyTarget>(
    connection,
    `SELECT id AS key, active_leaf_id AS lastKey
     FROM sessions
     WHERE public_id = :copyId AND is_incomplete = 1 AND trashed_at <> 0`,
  ).get({ copyId });
  if (row === undefined) throw new AppError({ code: 'not-found', details: { what: 'session', id: copyId } });
  return row;
}

function isBusy(sessionId: SessionId): AppError {
  return new AppError({ code: 'busy', details: { sessionId } });
}
