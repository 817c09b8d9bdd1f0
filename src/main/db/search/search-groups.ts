import type { MessageHit, SearchGroup } from '#shared/contract/search.ts';
import type { MessageRole } from '#shared/domain.ts';
import { type SummaryRow, summaryColumns, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import type { HitGroup } from './message-pages.ts';
import { beginningOf, markAll, snippetOf } from './snippet.ts';

interface GroupRow extends SummaryRow {
  readonly project_name: string | null;
}

/** What is shown of a session and its hits; null when the session vanished. */
export function toGroup(
  connection: Connection,
  { sessionKey, shown, count }: HitGroup,
  needles: readonly string[],
): SearchGroup | null {
  const row = prepared<{ sessionKey: number }, GroupRow>(
    connection,
    `SELECT ${summaryColumns}, projects.name AS project_name
     FROM sessions
     LEFT JOIN projects ON projects.id = sessions.project_id
     WHERE sessions.id = :sessionKey`,
  ).get({ sessionKey });
  if (row === undefined) return null;
  return {
    session: toSummary(row),
    projectName: row.project_name,
    title: markAll(row.title, needles),
    hits: shown.flatMap(({ key }) => toHit(connection, key, needles) ?? []),
    hitCount: count,
  };
}

interface HitTextRow {
  readonly id: string;
  readonly role: MessageRole;
  readonly created_at: number;
  readonly content: string;
  readonly thinking: string;
  readonly attachments: string | null;
}

function toHit(connection: Connection, key: number, needles: readonly string[]): MessageHit | null {
  const row = prepared<{ key: number }, HitTextRow>(
    connection,
    `SELECT
       messages.public_id AS id,
       messages.role,
       messages.created_at,
       messages.content,
       messages.thinking,
       (
         SELECT group_concat(name || char(10) || IFNULL(extracted_text, ''), char(10))
         FROM attachments
         WHERE message_id = messages.id
       ) AS attachments
     FROM messages
     WHERE messages.id = :key`,
  ).get({ key });
  if (row === undefined) return null;
  const hit = { messageId: row.id, role: row.role, createdAt: row.created_at };
  const sources = [
    ['content', row.content],
    ['thinking', row.thinking],
    ['attachment', row.attachments ?? ''],
  ] as const;
  for (const [source, text] of sources) {
    const snippet = text === '' ? null : snippetOf(text, needles);
    if (snippet !== null) return { ...hit, source, snippet };
  }
  return { ...hit, source: 'content', snippet: beginningOf(row.content) };
}
