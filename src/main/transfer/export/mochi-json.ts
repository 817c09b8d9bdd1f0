import type { MessageRecord, SessionRecord } from '../../db/interface.ts';
import { activeBranch } from './active-branch.ts';
import { isoTime } from './iso-time.ts';

/**
 * Where an import of a mochi file keeps what Parlor has no place for, in `record.metadata` and in the metadata of messages: an
 * object shaped like that part of the file (`{ metadata: { ... }, ... }` for the file, the message's fields for a message).
 * Besides unknown fields that is the summary object, and time texts finer than a millisecond.
 */
export const mochiMetadataSource = 'mochi-json';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The session as a file of mochi-server, format version 1.3 (A11): names, order and defaults as in its document
 * "Phase 2: Sessions & Persistence"; the tool message and the summary object, which that leaves open, as in
 * `sessions/types.py` of lennartpollvogt/mochi-server. The format is a list without branches, so only the active one is written.
 */
export function renderMochiJson(record: SessionRecord): string {
  const kept = keptFields(record.metadata);
  const messages = [...systemPromptMessage(record), ...activeBranch(record).map(message)];
  const file = withKept({ metadata: metadata(record, messages.length), messages }, kept);
  return `${JSON.stringify(file, null, 2)}\n`;
}

function metadata(record: SessionRecord, messageCount: number): Fields {
  const { session } = record;
  const kept = fields(keptFields(record.metadata)['metadata']);
  const known = {
    session_id: session.id,
    model: session.model ?? activeBranch(record).findLast(({ model }) => model !== null)?.model ?? '',
    created_at: timeText(session.createdAt, kept['created_at']),
    updated_at: timeText(session.updatedAt, kept['updated_at']),
    message_count: messageCount,
    summary: summary(record.summary, fields(kept['summary'])),
    summary_model: record.summaryModel,
    format_version: '1.3',
    tool_settings: {
      tools: [],
      tool_group: null,
      execution_policy: 'always_confirm',
      ...fields(record.toolSettings),
    },
    agent_settings: { enabled_agents: [], ...fields(record.agentSettings) },
    context_window_config: {
      dynamic_enabled: true,
      current_window: session.parameters.numCtx ?? 8192,
      last_adjustment: 'initial_setup',
      adjustment_history: [],
      manual_override: false,
      ...fields(record.contextWindowConfig),
    },
  };
  return withKept(known, kept);
}

function summary(text: string | null, kept: Fields): Fields | null {
  if (text === null) return null;
  return kept['summary'] === text ? kept : { summary: text, topics: [] };
}

/** Our prompt is a field of the session, theirs the first message. */
function systemPromptMessage(record: SessionRecord): readonly Fields[] {
  const { id, systemPrompt, createdAt } = record.session;
  const hasOwnMessage = activeBranch(record).some(({ role }) => role === 'system');
  if (systemPrompt === '' || hasOwnMessage) return [];
  return [
    {
      role: 'system',
      content: systemPrompt,
      source_file: null,
      message_id: `${id}-system`,
      timestamp: isoTime(createdAt),
    },
  ];
}

function message(record: MessageRecord): Fields {
  const kept = keptFields(record.metadata);
  return withKept(knownFields(record, timeText(record.createdAt, kept['timestamp'])), kept);
}

function knownFields(record: MessageRecord, timestamp: string): Fields {
  const { role, content, id: message_id } = record;
  switch (role) {
    case 'system':
      return { role, content, source_file: record.sourceFile, message_id, timestamp };
    case 'user':
      return { role, content, message_id, timestamp };
    case 'assistant':
      return {
        role,
        content,
        model: record.model ?? '',
        message_id,
        timestamp,
        eval_count: record.usage?.replyTokens ?? null,
        prompt_eval_count: record.usage?.promptTokens ?? null,
        tool_calls: record.toolCalls ?? null,
      };
    case 'tool':
      return { role, tool_name: record.toolName ?? '', content, message_id, timestamp };
  }
}

/** The text of an imported time as long as the time is still that one, so that its microseconds survive. */
function timeText(milliseconds: number, kept: unknown): string {
  return typeof kept === 'string' && Date.parse(kept) === milliseconds ? kept : isoTime(milliseconds);
}

function keptFields(metadata: unknown): Fields {
  return fields(fields(metadata)[mochiMetadataSource]);
}

/** Known fields first and always ours, kept ones behind them. */
function withKept(known: Fields, kept: Fields): Fields {
  const unknown = Object.entries(kept).filter(([name]) => !Object.hasOwn(known, name));
  return { ...known, ...Object.fromEntries(unknown) };
}

function fields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
