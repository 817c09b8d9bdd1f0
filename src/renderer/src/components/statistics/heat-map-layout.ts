import type { DayUsage } from '#shared/contract/statistics.ts';
import { type DayNumber, formatMonthName, startOfMonth, weekdayOf } from '../../format/days.ts';

export const heatMapWeeks = 53;
/** How far a page back goes: whole weeks, so that every day stays in its row. */
export const heatMapStep = 52 * 7;
export const heatMapLevels = 4;

export interface HeatCell {
  readonly day: DayNumber;
  /** The week, 0 = the first one shown. */
  readonly column: number;
  /** The day of the week, 0 = Monday. */
  readonly row: number;
  /** 0 = nothing; 4 = among the busiest quarter of the active days. */
  readonly level: number;
  readonly messages: number;
  readonly tokens: number;
}

export interface HeatMapLayout {
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** Oldest first. */
  readonly cells: readonly HeatCell[];
  readonly months: readonly { readonly name: string; readonly column: number }[];
  readonly activeDays: number;
}

/** The 53 weeks that end with the week of `last`; days after `last` are left out. */
export function layOutYear(usage: ReadonlyMap<DayNumber, DayUsage>, last: DayNumber): HeatMapLayout {
  const first = last - weekdayOf(last) - (heatMapWeeks - 1) * 7;
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const active = days
    .map((day) => usage.get(day)?.messages ?? 0)
    .filter((messages) => messages > 0)
    .sort((a, b) => a - b);

  const cells = days.map((day, index): HeatCell => {
    const found = usage.get(day);
    const messages = found?.messages ?? 0;
    return {
      day,
      column: Math.floor(index / 7),
      row: index % 7,
      level: levelOf(messages, active),
      messages,
      tokens: (found?.promptTokens ?? 0) + (found?.replyTokens ?? 0),
    };
  });
  return { first, last, cells, months: monthsOf(first, last), activeDays: active.length };
}

/** By the share of active days that have no more than this one. `active` is sorted. */
function levelOf(messages: number, active: readonly number[]): number {
  if (messages === 0) return 0;
  const firstLarger = active.findIndex((each) => each > messages);
  const noLarger = firstLarger < 0 ? active.length : firstLarger;
  return Math.max(1, Math.ceil((heatMapLevels * noLarger) / active.length));
}

/** A month is named over the first week that begins in it, unless the next name would touch it. */
function monthsOf(first: DayNumber, last: DayNumber): HeatMapLayout['months'] {
  const months: { name: string; column: number }[] = [];
  let named: DayNumber | null = null;
  for (let monday = first; monday <= last; monday += 7) {
    const month = startOfMonth(monday);
    if (month === named) continue;
    named = month;
    const column = (monday - first) / 7;
    const before = months.at(-1);
    if (before !== undefined && column - before.column < 3) months.pop();
    if (column < heatMapWeeks - 1) months.push({ name: formatMonthName(month), column });
  }
  return months;
}
