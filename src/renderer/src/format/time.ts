import { text } from '#shared/text/index.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

/** A time as short as it can be told apart: now, 11:20, Tue, 12 Nov, 12 Nov 2024. */
export function formatShortTime(at: number, now: number): string {
  if (Math.abs(now - at) < minuteMs) return text.time.now;
  const days = daysBetween(at, now);
  if (days === 0) return clock.format(at);
  if (days > 0 && days < 7) return weekday.format(at);
  return new Date(at).getFullYear() === new Date(now).getFullYear()
    ? dayAndMonth.format(at)
    : dayMonthYear.format(at);
}

/** The hour of a message, with its day when that is not today. */
export function formatMessageTime(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return clock.format(at);
  const day =
    new Date(at).getFullYear() === new Date(now).getFullYear()
      ? dayAndMonth.format(at)
      : dayMonthYear.format(at);
  return `${day}, ${clock.format(at)}`;
}

/** Everything about a time, for a tooltip. */
export function formatFullTime(at: number): string {
  return full.format(at);
}

/** 6 s, 2 min 4 s. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  return seconds < 60
    ? text.time.seconds(seconds)
    : text.time.minutes(Math.floor(seconds / 60), seconds % 60);
}

/** 4:12, 1:02:45. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  const padded = (value: number) => String(value).padStart(2, '0');
  return hours > 0
    ? `${hours}:${padded(minutes)}:${padded(seconds % 60)}`
    : `${minutes}:${padded(seconds % 60)}`;
}

/** Calendar days from `at` to `now` on this computer's clock; negative for the future. */
function daysBetween(at: number, now: number): number {
  const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
}
