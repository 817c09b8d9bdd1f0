const dayMs = 86_400_000;

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const medium = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const monthYear = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const monthOnly = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

/** A calendar day as a number: days since 1970. It has no time zone any more. */
export type DayNumber = number;

/** From YYYY-MM-DD. */
export function dayNumberOf(day: string): DayNumber {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

/** To YYYY-MM-DD. */
export function dayNameOf(day: DayNumber): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day it is at `now` on this computer's clock. */
export function todayOf(now: number): DayNumber {
  const date = new Date(now);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}

/** 0 = Monday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function startOfMonth(day: DayNumber): DayNumber {
  const date = new Date(day * dayMs);
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / dayMs);
}

export function startOfNextMonth(day: DayNumber): DayNumber {
  const date = new Date(day * dayMs);
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayMs);
}

/** 12 Nov. */
export const formatShortDay = (day: DayNumber) => short.format(day * dayMs);
/** 12 Nov 2026. */
export const formatDay = (day: DayNumber) => medium.format(day * dayMs);
/** Thursday 12 November 2026. */
export const formatLongDay = (day: DayNumber) => long.format(day * dayMs);
/** Nov 2026. */
export const formatMonth = (day: DayNumber) => monthYear.format(day * dayMs);
/** Nov. */
export const formatMonthName = (day: DayNumber) => monthOnly.format(day * dayMs);
/** Thu. */
export const formatWeekday = (day: DayNumber) => weekday.format(day * dayMs);
