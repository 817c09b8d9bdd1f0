import type { LongSession, Statistics, StatisticsScope } from '#shared/contract/statistics.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { daySlots } from './day-slots.ts';
import { reportOf } from './statistics-report.ts';
import { trashedBranchUsage } from './trashed-branch-usage.ts';
import { type SessionCondition, usageByDay, utcDaysWithUsage } from './usage-by-day.ts';

const longestCount = 20;
const longestTitle = 300;

export function getStatistics(
  connection: Connection,
  { scope, timeZone }: CallInput<'getStatistics'>,
): Statistics {
  const sessions = sessionsOf(connection, scope);
  const days = daySlots(utcDaysWithUsage(connection), timeZone);
  const branches = trashedBranchUsage(connection, days, sessions);
  // Looking up each row's session costs more than adding up everything and taking off what is in the trash.
  const report =
    scope.kind === 'all'
      ? reportOf(usageByDay(connection, days, null), [
          ...usageByDay(connection, days, { condition: 'sessions.trashed_at IS NOT NULL', key: 0 }),
          ...branches,
        ])
      : reportOf(usageByDay(connection, days, sessions), branches);
  return {
    ...report,
    sessions: countSessions(connection, scope, sessions),
    longest: longestSessions(connection, sessions),
  };
}

/** Error: not-found. */
function sessionsOf(connection: Connection, scope: StatisticsScope): SessionCondition {
  const outsideTrash = 'sessions.trashed_at IS NULL';
  switch (scope.kind) {
    case 'all':
      return { condition: outsideTrash, key: 0 };
    case 'project':
      return scope.projectId === null
        ? { condition: `${outsideTrash} AND sessions.project_id IS NULL`, key: 0 }
        : {
            condition: `${outsideTrash} AND sessions.project_id = :key`,
            key: keyOf(connection, 'project', scope.projectId),
          };
    case 'session':
      return {
        condition: `${outsideTrash} AND sessions.id = :key`,
        key: keyOf(connection, 'session', scope.sessionId),
      };
  }
}

function keyOf(connection: Connection, what: 'project' | 'session', id: string): number {
  const row = prepared<{ id: string }, { readonly key: number }>(
    connection,
    `SELECT id AS key
     FROM ${what}s
     WHERE public_id = :id AND trashed_at IS NULL`,
  ).get({ id });
  if (row === undefined) throw new AppError({ code: 'not-found', details: { what, id } });
  return row.key;
}

function countSessions(connection: Connection, scope: StatisticsScope, { key }: SessionCondition): number {
  if (scope.kind === 'session') return 1;
  const row = prepared<{ key: number }, { readonly count: number }>(
    connection,
    `SELECT IFNULL(SUM(count), 0) AS count
     FROM session_counts
     WHERE state <> 'trashed'${scope.kind === 'all' ? '' : ' AND project_key = :key'}`,
  ).get({ key });
  return row?.count ?? 0;
}

function longestSessions(connection: Connection, sessions: SessionCondition): readonly LongSession[] {
  return prepared<{ key: number; limit: number; titleLength: number }, LongSession>(
    connection,
    `SELECT
       public_id AS sessionId,
       SUBSTR(CASE WHEN title = '' THEN preview ELSE title END, 1, :titleLength) AS title,
       message_count AS messageCount,
       reply_tokens AS replyTokens
     FROM sessions
     WHERE ${sessions.condition}
       AND message_count > 0
     ORDER BY message_count DESC, id DESC
     LIMIT :limit`,
  ).all({ key: sessions.key, limit: longestCount, titleLength: longestTitle });
}
