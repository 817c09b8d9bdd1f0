import type {
  Message,
  MessageRole,
  MessageStatus,
  ModelParameters,
  Project,
  ReplyUsage,
  Session,
  SessionMetadata,
  SessionSummary,
  Tag,
  TagId,
} from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';

/** `key` is the internal integer id, `id` the public one. snake_case ends in this file. */
export interface ProjectRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly colour: number;
  readonly default_model: string | null;
  readonly default_system_prompt: string | null;
  readonly default_parameters: string | null;
  readonly is_archived: 0 | 1;
  readonly session_count: number;
}

/** Columns of a `ProjectRow`, for a SELECT from `projects`. */
export const projectColumns = `
  projects.id AS key,
  projects.public_id AS id,
  projects.name,
  projects.description,
  projects.colour,
  projects.default_model,
  projects.default_system_prompt,
  projects.default_parameters,
  projects.archived_at IS NOT NULL AS is_archived,
  IFNULL(
    (
      SELECT session_counts.count
      FROM session_counts
      WHERE session_counts.project_key = projects.id AND session_counts.state = 'active'
    ),
    0
  ) AS session_count`;

export function toProject(row: ProjectRow): Project {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    colour: row.colour,
    defaults: {
      model: row.default_model,
      systemPrompt: row.default_system_prompt,
      parameters: JSON.parse(row.default_parameters ?? '{}') as ModelParameters,
    },
    isArchived: row.is_archived === 1,
    sessionCount: row.session_count,
  };
}

export interface TagRow {
  readonly id: TagId;
  readonly name: string;
  readonly colour: number;
}

/** Columns of a `TagRow`, for a SELECT from `tags`. */
export const tagColumns = 'tags.id, tags.name, tags.colour';

export function toTag({ id, name, colour }: TagRow): Tag {
  return { id, name, colour };
}

export interface SummaryRow {
  readonly id: string;
  readonly project_id: string | null;
  readonly title: string;
  readonly preview: string;
  readonly model: string | null;
  readonly message_count: number;
  readonly tag_ids: string;
  readonly is_pinned: 0 | 1;
  readonly is_archived: 0 | 1;
  readonly is_unread: 0 | 1;
  readonly created_at: number;
  readonly updated_at: number;
}

/** The columns of a `SummaryRow` without its project, for a SELECT from `sessions` alone. */
export const ownSummaryColumns = `
  sessions.public_id AS id,
  sessions.title,
  sessions.preview,
  sessions.model,
  sessions.message_count,
  sessions.tag_ids,
  sessions.pinned_at IS NOT NULL AS is_pinned,
  sessions.archived_at IS NOT NULL AS is_archived,
  sessions.is_unread,
  sessions.created_at,
  sessions.updated_at`;

/** Columns of a `SummaryRow`, for a SELECT from `sessions`. By subquery: measured, a join takes five times as long. */
export const summaryColumns = `
  ${ownSummaryColumns},
  (SELECT projects.public_id FROM projects WHERE projects.id = sessions.project_id) AS project_id`;

export function toSummary(row: SummaryRow): SessionSummary {
  return {
    id: row.id,
    projectId: row.project_id,
    title: row.title,
    preview: row.preview,
    model: row.model,
    messageCount: row.message_count,
    tagIds: toTagIds(row.tag_ids),
    isPinned: row.is_pinned === 1,
    isArchived: row.is_archived === 1,
    isUnread: row.is_unread === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

const noTags: readonly TagId[] = [];

/** Most sessions have none, and a list has many sessions. */
function toTagIds(json: string): readonly TagId[] {
  return json === '[]' ? noTags : (JSON.parse(json) as readonly TagId[]);
}

export interface SessionRow extends SummaryRow {
  readonly key: number;
  readonly project_key: number | null;
  readonly title_source: 'none' | 'auto' | 'user';
  readonly is_model_checked: 0 | 1;
  readonly system_prompt: string;
  readonly parameters: string;
  readonly active_leaf_key: number | null;
  readonly active_leaf_id: string | null;
  readonly next_sequence: number;
  readonly prompt_tokens: number;
  readonly reply_tokens: number;
  readonly description: string;
  readonly fields: string;
}

/** Columns of a `SessionRow`, for a SELECT from `sessions`. */
export const sessionColumns = `
  ${summaryColumns},
  sessions.id AS key,
  sessions.project_id AS project_key,
  sessions.title_source,
  sessions.is_model_checked,
  sessions.system_prompt,
  sessions.parameters,
  sessions.active_leaf_id AS active_leaf_key,
  (SELECT leaf.public_id FROM messages AS leaf WHERE leaf.id = sessions.active_leaf_id) AS active_leaf_id,
  sessions.next_sequence,
  sessions.prompt_tokens,
  sessions.reply_tokens,
  sessions.description,
  sessions.fields`;

export function toSession(row: SessionRow): Session {
  return {
    ...toSummary(row),
    systemPrompt: row.system_prompt,
    parameters: JSON.parse(row.parameters) as ModelParameters,
    activeLeafId: row.active_leaf_id,
    isModelChecked: row.is_model_checked === 1,
    promptTokens: row.prompt_tokens,
    replyTokens: row.reply_tokens,
    description: row.description,
    metadata: JSON.parse(row.fields) as SessionMetadata,
  };
}

interface UsageRow {
  readonly prompt_tokens: number | null;
  readonly reply_tokens: number | null;
  readonly load_ms: number | null;
  readonly prompt_eval_ms: number | null;
  readonly eval_ms: number | null;
  readonly total_ms: number | null;
  readonly first_token_ms: number | null;
  readonly thinking_ms: number | null;
  readonly done_reason: string | null;
}

export interface MessageRow extends UsageRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly role: MessageRole;
  readonly status: MessageStatus;
  readonly model: string | null;
  readonly created_at: number;
  readonly edited_at: number | null;
  readonly error: string | null;
  readonly content: string;
  readonly thinking: string;
}

/** Columns of a `MessageRow`, for a SELECT from `messages LEFT JOIN messages AS parent`. */
export const messageColumns = `
  messages.public_id AS id,
  parent.public_id AS parent_id,
  messages.role,
  messages.status,
  messages.model,
  messages.created_at,
  messages.edited_at,
  messages.prompt_tokens,
  messages.reply_tokens,
  messages.load_ms,
  messages.prompt_eval_ms,
  messages.eval_ms,
  messages.total_ms,
  messages.first_token_ms,
  messages.thinking_ms,
  messages.done_reason,
  messages.error,
  messages.content,
  messages.thinking`;

/** What `Message` and `MessageRecord` have in common. */
export function toMessageFields(row: MessageRow): Omit<Message, 'sessionId' | 'siblingIds' | 'attachments'> {
  return {
    id: row.id,
    parentId: row.parent_id,
    role: row.role,
    content: row.content,
    thinking: row.thinking,
    model: row.model,
    status: row.status,
    error: row.error === null ? null : (JSON.parse(row.error) as ErrorReport),
    createdAt: row.created_at,
    editedAt: row.edited_at,
    usage: toUsage(row),
  };
}

function toUsage(row: UsageRow): ReplyUsage | null {
  if (row.total_ms === null && row.prompt_tokens === null && row.reply_tokens === null) return null;
  return {
    promptTokens: row.prompt_tokens,
    replyTokens: row.reply_tokens,
    loadMs: row.load_ms,
    promptEvalMs: row.prompt_eval_ms,
    evalMs: row.eval_ms,
    totalMs: row.total_ms,
    firstTokenMs: row.first_token_ms,
    thinkingMs: row.thinking_ms,
    doneReason: row.done_reason,
  };
}
