import { attachmentRecordsOf, draftAttachmentRecords } from '../attachments/attachment-records.ts';
import type { CallInput, MessageRecord, SessionRecord } from '../interface.ts';
import { findDraft } from '../library/drafts-repository.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type MessageRow, messageColumns, toMessageFields, toSession } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { readProvenance } from './provenance-repository.ts';

export function exportSession(connection: Connection, input: CallInput<'exportSession'>): SessionRecord {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const extras = readExtras(connection, session.key);
  return {
    session: toSession(session),
    projectName: extras.project_name,
    tags: listTags(connection, session.key),
    description: extras.description,
    summary: extras.summary,
    summaryModel: extras.summary_model,
    toolSettings: fromJson(extras.tool_settings),
    agentSettings: fromJson(extras.agent_settings),
    contextWindowConfig: fromJson(extras.context_window_config),
    metadata: fromJson(extras.metadata),
    messages: listRecords(connection, session.key, input.withFiles ?? false),
    draft: readDraft(connection, session.key, input.withFiles ?? false),
  };
}

function readDraft(connection: Connection, sessionKey: number, withFiles: boolean): SessionRecord['draft'] {
  const { text, setAside = [], attachments } = findDraft(connection, sessionKey);
  if (text === '' && setAside.length === 0 && attachments.length === 0) return null;
  return { text, setAside, attachments: draftAttachmentRecords(connection, sessionKey, withFiles) };
}

interface ExtrasRow {
  readonly project_name: string | null;
  readonly description: string;
  readonly summary: string | null;
  readonly summary_model: string | null;
  readonly tool_settings: string | null;
  readonly agent_settings: string | null;
  readonly context_window_config: string | null;
  readonly metadata: string | null;
}

function readExtras(connection: Connection, sessionKey: number): ExtrasRow {
  const row = prepared<{ sessionKey: number }, ExtrasRow>(
    connection,
    `SELECT
       projects.name AS project_name,
       sessions.description,
       sessions.summary,
       sessions.summary_model,
       sessions.tool_settings,
       sessions.agent_settings,
       sessions.context_window_config,
       sessions.metadata
     FROM sessions
     LEFT JOIN projects ON projects.id = sessions.project_id
     WHERE sessions.id = :sessionKey`,
  ).get({ sessionKey });
  if (row === undefined) throw new Error(`session ${sessionKey} vanished inside a transaction`);
  return row;
}

function listTags(connection: Connection, sessionKey: number): readonly string[] {
  return prepared<{ sessionKey: number }, { readonly name: string }>(
    connection,
    `SELECT tags.name
     FROM session_tags
     JOIN tags ON tags.id = session_tags.tag_id
     WHERE session_tags.session_id = :sessionKey
       AND tags.trashed_at IS NULL
     ORDER BY tags.name`,
  )
    .all({ sessionKey })
    .map((row) => row.name);
}

interface RecordRow extends MessageRow {
  readonly key: number;
  readonly sequence: number;
  readonly finished_at: number | null;
  readonly source_file: string | null;
  readonly tool_name: string | null;
  readonly tool_calls: string | null;
  readonly agent_name: string | null;
  readonly provenance: string | null;
  readonly metadata: string | null;
  readonly is_trashed: 0 | 1;
}

/** Without the branches that are in the trash. A parent comes before its children. */
function outsideTrash(rows: readonly RecordRow[]): readonly RecordRow[] {
  const hidden = new Set<string>();
  for (const { id, parent_id: parentId, is_trashed: isTrashed } of rows) {
    if (isTrashed === 1 || (parentId !== null && hidden.has(parentId))) hidden.add(id);
  }
  return hidden.size === 0 ? rows : rows.filter(({ id }) => !hidden.has(id));
}

function listRecords(
  connection: Connection,
  sessionKey: number,
  withFiles: boolean,
): readonly MessageRecord[] {
  const rows = outsideTrash(
    prepared<{ sessionKey: number }, RecordRow>(
      connection,
      `SELECT
       ${messageColumns},
       messages.id AS key,
       messages.sequence,
       messages.finished_at,
       messages.source_file,
       messages.tool_name,
       messages.tool_calls,
       messages.agent_name,
       messages.provenance,
       messages.metadata,
       messages.trashed_at IS NOT NULL AS is_trashed
     FROM messages
     LEFT JOIN messages AS parent ON parent.id = messages.parent_id
     WHERE messages.session_id = :sessionKey
     ORDER BY messages.sequence`,
    ).all({ sessionKey }),
  );
  const idOf = new Map(rows.map((row) => [row.sequence, row.id]));
  const attachments = attachmentRecordsOf(connection, sessionKey, withFiles);
  return rows.map((row) => ({
    ...toMessageFields(row),
    attachments: attachments.get(row.key) ?? [],
    sequence: row.sequence,
    finishedAt: row.finished_at,
    sourceFile: row.source_file,
    toolName: row.tool_name,
    toolCalls: fromJson(row.tool_calls),
    agentName: row.agent_name,
    provenance: row.provenance === null ? null : readProvenance(row.provenance, idOf),
    metadata: fromJson(row.metadata),
  }));
}

function fromJson(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
