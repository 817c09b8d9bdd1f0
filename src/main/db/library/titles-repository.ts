import type { SessionSummary } from '#shared/domain.ts';
import type { CallInput } from '../interface.ts';
import { type SummaryRow, summaryColumns, toSummary } from '../rows.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';

/** Gives a session a title of the program's making, unless a person gave one: then undefined, and nothing happens. */
export function setAutoTitle(
  connection: Connection,
  input: CallInput<'setAutoTitle'>,
): SessionSummary | undefined {
  const { changes } = prepared<object>(
    connection,
    `UPDATE sessions
     SET title = :title, title_source = 'auto'
     WHERE public_id = :sessionId
       AND title_source <> 'user'
       AND trashed_at IS NULL`,
  ).run({ sessionId: input.sessionId, title: storable(input.title) });
  if (changes === 0) return undefined;
  const row = prepared<object, SummaryRow>(
    connection,
    `SELECT ${summaryColumns}
     FROM sessions
     LEFT JOIN projects ON projects.id = sessions.project_id
     WHERE sessions.public_id = :sessionId`,
  ).get({ sessionId: input.sessionId });
  return row === undefined ? undefined : toSummary(row);
}
