import type { DayUsage, ModelSpeed, UsageSums } from '#shared/contract/statistics.ts';
import {
  type DayNumber,
  dayNumberOf,
  formatDay,
  formatMonth,
  formatShortDay,
  startOfMonth,
  startOfNextMonth,
  weekdayOf,
} from '../../format/days.ts';

export const periods = ['30', '90', '365', 'all'] as const;
export type Period = (typeof periods)[number];
export type BinSize = 'day' | 'week' | 'month';

/** Some days put together, so that a long time still has room for its bars. */
export interface Bin {
  readonly start: DayNumber;
  /** Below the axis. */
  readonly shortLabel: string;
  readonly label: string;
}

export interface Bins {
  readonly size: BinSize;
  readonly bins: readonly Bin[];
  /** The bin a day belongs to; undefined outside the period. */
  readonly indexOf: (day: string) => number | undefined;
}

const longestDailyDays = 92;
const longestWeeklyDays = 2 * 366;
/** A wrong clock must not make a million bins. */
const longestDays = 40 * 366;
/** A young library is not shown as a long emptiness with one bar at its end. */
const shortestDays = 14;

/** The bins of the period that ends today, from its first day with something in it on. `days` are those with something in them, oldest first. */
export function binsOf(period: Period, days: readonly DayUsage[], today: DayNumber): Bins {
  const [oldest] = days;
  const oldestDay = oldest === undefined ? today : dayNumberOf(oldest.day);
  const begin = period === 'all' ? today - longestDays : today - Number(period) + 1;
  const first = Math.min(Math.max(begin, oldestDay), today - shortestDays + 1);
  const length = today - first + 1;
  const size = length <= longestDailyDays ? 'day' : length <= longestWeeklyDays ? 'week' : 'month';

  const starts: DayNumber[] = [];
  for (let start = startOf(first, size); start <= today; start = next(start, size)) starts.push(start);
  const indexByStart = new Map(starts.map((start, index) => [start, index]));
  return {
    size,
    bins: starts.map((start) => ({
      start,
      shortLabel: size === 'month' ? formatMonth(start) : formatShortDay(start),
      label: size === 'month' ? formatMonth(start) : formatDay(start),
    })),
    indexOf(day) {
      const number = dayNumberOf(day);
      if (number < first || number > today) return undefined;
      return indexByStart.get(startOf(number, size));
    },
  };
}

/** What each bin holds, in the order of the bins. */
export function sumByBin({ bins, indexOf }: Bins, days: readonly DayUsage[]): readonly UsageSums[] {
  const sums = bins.map(() => ({ messages: 0, answers: 0, promptTokens: 0, replyTokens: 0, evalMs: 0 }));
  for (const usage of days) {
    const index = indexOf(usage.day);
    const sum = index === undefined ? undefined : sums[index];
    if (sum === undefined) continue;
    sum.messages += usage.messages;
    sum.answers += usage.answers;
    sum.promptTokens += usage.promptTokens;
    sum.replyTokens += usage.replyTokens;
    sum.evalMs += usage.evalMs;
  }
  return sums;
}

/** Tokens per second of each model in each bin; null where it did not answer. */
export function speedByBin(
  { bins, indexOf }: Bins,
  speeds: readonly ModelSpeed[],
): ReadonlyMap<string, readonly (number | null)[]> {
  const sums = new Map<string, { tokens: number; seconds: number }[]>();
  for (const { model, day, tokensPerSecond, evalMs } of speeds) {
    const index = indexOf(day);
    if (index === undefined) continue;
    const row = sums.get(model) ?? bins.map(() => ({ tokens: 0, seconds: 0 }));
    sums.set(model, row);
    const sum = row[index];
    if (sum === undefined) continue;
    sum.tokens += tokensPerSecond * (evalMs / 1_000);
    sum.seconds += evalMs / 1_000;
  }
  return new Map(
    [...sums].map(([model, row]) => [
      model,
      row.map(({ tokens, seconds }) => (seconds > 0 ? tokens / seconds : null)),
    ]),
  );
}

function startOf(day: DayNumber, size: BinSize): DayNumber {
  if (size === 'day') return day;
  return size === 'week' ? day - weekdayOf(day) : startOfMonth(day);
}

function next(start: DayNumber, size: BinSize): DayNumber {
  if (size === 'day') return start + 1;
  return size === 'week' ? start + 7 : startOfNextMonth(start);
}
