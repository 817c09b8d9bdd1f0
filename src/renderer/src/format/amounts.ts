import { text } from '#shared/text/index.ts';
import { formatCount } from './numbers.ts';
import { formatDuration } from './time.ts';

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** Large numbers short: 4,820, then 12.3K, 147M. */
export function formatAmount(count: number): string {
  return Math.abs(count) < 10_000 ? formatCount(count) : compact.format(count);
}

/** 6 s, 2 min 4 s, 3 h 12 min. */
export function formatLongDuration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return formatDuration(ms);
  return text.statistics.hours(formatCount(Math.floor(minutes / 60)), minutes % 60);
}
