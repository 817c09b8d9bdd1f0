import { type Connection, prepared } from '../statements.ts';
import type { DaySlots } from './day-slots.ts';
import { type DayRow, type SessionCondition, toUsageRows, type UsageRow } from './usage-by-day.ts';

/**
 * What branches in the trash hold, in sessions that are not there themselves. They are few, so they are read when
 * asked for.
 */
export function trashedBranchUsage(
  connection: Connection,
  days: readonly DaySlots[],
  sessions: SessionCondition,
): readonly UsageRow[] {
  return prepared<{ days: string; key: number }, DayRow>(
    connection,
    trashedBranchUsageSql(sessions.condition),
  )
    .all({ days: JSON.stringify(days), key: sessions.key })
    .flatMap(toUsageRows);
}

export function trashedBranchUsageSql(condition: string): string {
  return `WITH RECURSIVE
       gone (id) AS (
         SELECT id
         FROM messages
         WHERE trashed_at IS NOT NULL
         UNION
         SELECT child.id
         FROM gone
         JOIN messages AS child ON child.parent_id = gone.id
       ),
       gone_usage AS (
         SELECT
           MIN(MAX(messages.created_at, 0), 253402127999999) / 900000 AS slot,
           CASE WHEN role = 'assistant' THEN messages.model END AS name,
           role = 'assistant' AS is_answer,
           role = 'assistant' AND IFNULL(eval_ms, 0) > 0 AS is_timed,
           messages.prompt_tokens,
           messages.reply_tokens,
           eval_ms
         FROM gone
         JOIN messages ON messages.id = gone.id
         JOIN sessions ON sessions.id = messages.session_id
         WHERE ${condition}
       )
     SELECT
       days.value ->> 'day' AS day,
       json_array(json_array(
         name,
         COUNT(*),
         SUM(is_answer),
         SUM(is_answer * IFNULL(prompt_tokens, 0)),
         SUM(is_answer * IFNULL(reply_tokens, 0)),
         SUM(is_timed * IFNULL(reply_tokens, 0)),
         SUM(CAST(is_timed * ROUND(IFNULL(eval_ms, 0) * 1000) AS INTEGER))
       )) AS usage
     FROM gone_usage
     JOIN json_each(:days) AS days ON slot >= days.value ->> 'first' AND slot < days.value ->> 'end'
     GROUP BY 1, name`;
}
