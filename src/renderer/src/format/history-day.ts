import { text } from '#shared/text/index.ts';

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Today, Yesterday, Tuesday, Thursday 12 November, Thursday 12 November 2024. */
export function formatHistoryDay(at: number, now: number): string {
  const day = new Date(at);
  const today = new Date(now);
  const startOf = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  const days = (startOf(today) - startOf(day)) / 86_400_000;
  if (days === 0) return text.search.history.today;
  if (days === 1) return text.search.history.yesterday;
  if (days > 1 && days < 7) return weekday.format(at);
  return day.getFullYear() === today.getFullYear() ? dayAndMonth.format(at) : withYear.format(at);
}

/** 11:20. */
export function formatHour(at: number): string {
  return clock.format(at);
}
