import { type SessionId, summaryOf } from '#shared/domain.ts';
import { importAttachments } from '../attachments/import-attachments.ts';
import type { ImportOutcome, NewImport, SessionRecord } from '../interface.ts';
import { importMessages } from '../messages/import-messages.ts';
import { type SummaryRow, summaryColumns, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { saveDraft } from './drafts-repository.ts';
import { firstShownQuestion } from './first-question.ts';
import { importPlace } from './import-place.ts';
import { refreshTagIds } from './session-tags.ts';
import { getSession } from './sessions-repository.ts';
import { createTag } from './tags-repository.ts';

export function importSession(connection: Connection, input: NewImport): ImportOutcome {
  const known = input.isCopy ? undefined : findImported(connection, input);
  if (known !== undefined) return known;
  const { record, at } = input;
  const sessionId = isUsed(connection, record.session.id) ? input.freshId : record.session.id;
  const key = insertSession(connection, input, sessionId);
  importMessages(connection, key, record);
  for (const name of record.tags) tagSession(connection, key, name);
  refreshTagIds(connection, JSON.stringify([key]));
  if (record.draft !== null) {
    const { text, setAside, attachments } = record.draft;
    saveDraft(connection, { sessionId, text, setAside, at });
    importAttachments(connection, 'draft_session_id', key, attachments);
  }
  writePreview(connection, key);
  return { session: summaryOf(getSession(connection, { sessionId })), isNew: true, isTrashed: false };
}

/** One that is being erased is not there any more. */
function findImported(connection: Connection, input: NewImport): ImportOutcome | undefined {
  const row = prepared<object, SummaryRow & { readonly is_trashed: 0 | 1 }>(
    connection,
    `SELECT ${summaryColumns}, sessions.trashed_at IS NOT NULL AS is_trashed
     FROM sessions
     WHERE sessions.id IN (
         SELECT id FROM sessions WHERE public_id = :ownId
         UNION ALL
         SELECT id FROM sessions WHERE external_source = :source AND external_id = :sourceId
       )
       AND sessions.trashed_at IS NOT 0
     ORDER BY is_trashed
     LIMIT 1`,
  ).get({ ownId: input.record.session.id, source: input.source, sourceId: input.sourceId });
  if (row === undefined) return undefined;
  return { session: toSummary(row), isNew: false, isTrashed: row.is_trashed === 1 };
}

function isUsed(connection: Connection, id: SessionId): boolean {
  return (
    prepared<{ id: string }, object>(connection, 'SELECT 1 FROM sessions WHERE public_id = :id').get({
      id,
    }) !== undefined
  );
}

function insertSession(connection: Connection, input: NewImport, sessionId: SessionId): number {
  const { record, source, sourceId, at } = input;
  const { session } = record;
  // What tells it again is its id; where that is another one, or of another program, this does.
  const isTold = !input.isCopy && sessionId !== sourceId;
  if (isTold) releaseSource(connection, source, sourceId);
  const { lastInsertRowid } = prepared<object>(connection, insertSql).run({
    sessionId,
    projectKey: importPlace(connection, record, input.freshProjectId, at),
    title: storable(session.title),
    description: storable(record.description),
    model: session.model,
    isModelChecked: session.isModelChecked ? 1 : 0,
    isUnread: session.isUnread ? 1 : 0,
    createdAt: session.createdAt,
    updatedAt: session.updatedAt,
    pinnedAt: session.isPinned ? at : null,
    archivedAt: session.isArchived ? at : null,
    source: isTold ? source : null,
    sourceId: isTold ? sourceId : null,
    parameters: JSON.stringify(session.parameters),
    systemPrompt: storable(session.systemPrompt),
    summary: record.summary === null ? null : storable(record.summary),
    summaryModel: record.summaryModel,
    fields: JSON.stringify(session.metadata),
    ...jsonColumns(record),
  });
  return Number(lastInsertRowid);
}

/** A title in a file counts as given by a person: nothing of the program's making takes its place. */
const insertSql = `
  INSERT INTO sessions
    (public_id, project_id, title, title_source, description, model, is_model_checked, is_unread, created_at, updated_at,
     pinned_at, archived_at, external_source, external_id, parameters, system_prompt, summary, summary_model, fields,
     tool_settings, agent_settings, context_window_config, metadata)
  VALUES
    (:sessionId, :projectKey, :title, CASE WHEN :title = '' THEN 'none' ELSE 'user' END, :description, :model,
     :isModelChecked, :isUnread, :createdAt, :updatedAt, :pinnedAt, :archivedAt, :source, :sourceId, :parameters,
     :systemPrompt, :summary, :summaryModel, :fields, :toolSettings, :agentSettings, :contextWindowConfig, :metadata)`;

function jsonColumns({ toolSettings, agentSettings, contextWindowConfig, metadata }: SessionRecord) {
  return {
    toolSettings: toJson(toolSettings),
    agentSettings: toJson(agentSettings),
    contextWindowConfig: toJson(contextWindowConfig),
    metadata: toJson(metadata),
  };
}

function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** From one that is being erased. */
function releaseSource(connection: Connection, source: string, sourceId: string): void {
  prepared<object>(
    connection,
    `UPDATE sessions
     SET external_source = NULL, external_id = NULL
     WHERE external_source = :source AND external_id = :sourceId AND trashed_at = 0`,
  ).run({ source, sourceId });
}

function tagSession(connection: Connection, key: number, name: string): void {
  const tag = createTag(connection, { name });
  prepared<object>(
    connection,
    'INSERT OR IGNORE INTO session_tags (session_id, tag_id) VALUES (:key, :tagId)',
  ).run({ key, tagId: tag.id });
}

function writePreview(connection: Connection, key: number): void {
  const { preview } = firstShownQuestion(connection, key);
  prepared<object>(connection, 'UPDATE sessions SET preview = :preview WHERE id = :key').run({
    key,
    preview,
  });
}
