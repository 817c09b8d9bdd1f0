import { type Connection, prepared } from '../statements.ts';
import { type DaySlots, slotsPerDay } from './day-slots.ts';

/** What one model (empty: none, or not known) has on one day. */
export interface UsageRow {
  readonly day: string;
  readonly model: string;
  readonly messages: number;
  readonly answers: number;
  readonly promptTokens: number;
  readonly replyTokens: number;
  readonly timedTokens: number;
  readonly evalUs: number;
}

/** Sessions as a condition on the table `sessions`, which may use `:key`. */
export interface SessionCondition {
  readonly condition: string;
  readonly key: number;
}

type Sums = readonly [model: string | null, ...sums: number[]];

/** Numbers of the days of UTC that have something. Jumps from day to day, so that empty years cost nothing. */
export function utcDaysWithUsage(connection: Connection): readonly number[] {
  return prepared<object, { readonly day: number }>(
    connection,
    `WITH RECURSIVE days (day) AS (
       SELECT MIN(slot) / ${slotsPerDay}
       FROM usage
       UNION ALL
       SELECT (SELECT MIN(slot) FROM usage WHERE slot >= (day + 1) * ${slotsPerDay}) / ${slotsPerDay}
       FROM days
       WHERE day IS NOT NULL
     )
     SELECT day
     FROM days
     WHERE day IS NOT NULL`,
  )
    .all({})
    .map(({ day }) => day);
}

/** `sessions` null = every row, those in the trash too. */
export function usageByDay(
  connection: Connection,
  days: readonly DaySlots[],
  sessions: SessionCondition | null,
): readonly UsageRow[] {
  return prepared<{ days: string; key: number }, DayRow>(connection, usageByDaySql(sessions))
    .all({ days: JSON.stringify(days), key: sessions?.key ?? 0 })
    .flatMap(toUsageRows);
}

/**
 * Each day is summed by itself, along a stretch of the primary key: sorting all rows at once took twice as long at a
 * million messages.
 */
export function usageByDaySql(sessions: SessionCondition | null): string {
  return `
    SELECT
      days.value ->> 'day' AS day,
      (
        SELECT json_group_array(
          json_array(name, messages, answers, prompt_tokens, reply_tokens, timed_tokens, eval_us)
        )
        FROM (
          SELECT
            model_id,
            SUM(messages) AS messages,
            SUM(answers) AS answers,
            SUM(prompt_tokens) AS prompt_tokens,
            SUM(reply_tokens) AS reply_tokens,
            SUM(timed_tokens) AS timed_tokens,
            SUM(eval_us) AS eval_us
          FROM usage
          WHERE slot >= days.value ->> 'first'
            AND slot < days.value ->> 'end'
            ${sessions === null ? '' : `AND session_id IN (SELECT id FROM sessions WHERE ${sessions.condition})`}
          GROUP BY model_id
        )
        LEFT JOIN usage_models ON usage_models.id = model_id
      ) AS usage
    FROM json_each(:days) AS days`;
}

/** An answer of the statements of this room. */
export interface DayRow {
  readonly day: string;
  /** JSON: a list of `Sums`. */
  readonly usage: string;
}

export function toUsageRows({ day, usage }: DayRow): readonly UsageRow[] {
  return (JSON.parse(usage) as readonly Sums[]).map(
    ([model, messages = 0, answers = 0, promptTokens = 0, replyTokens = 0, timedTokens = 0, evalUs = 0]) => ({
      day,
      model: model ?? '',
      messages,
      answers,
      promptTokens,
      replyTokens,
      timedTokens,
      evalUs,
    }),
  );
}
