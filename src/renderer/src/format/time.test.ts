import { describe, expect, it } from 'vitest';
import { formatCountdown, formatDuration, formatMessageTime, formatShortTime } from './time.ts';

const now = new Date(2026, 10, 20, 14, 30).getTime();
const at = (month: number, day: number, hour = 11, minute = 20, year = 2026) =>
  new Date(year, month, day, hour, minute).getTime();

describe('formatShortTime', () => {
  it.each([
    ['the last minute', now - 20_000, 'now'],
    ['a clock a little ahead', now + 20_000, 'now'],
    ['earlier today', at(10, 20), '11:20'],
    ['late yesterday', at(10, 19, 23, 59), 'Thu'],
    ['six days ago', at(10, 14), 'Sat'],
    ['a week ago', at(10, 13), '13 Nov'],
    ['another year', at(10, 13, 11, 20, 2025), '13 Nov 2025'],
  ])('shortens %s', (_, time, expected) => {
    expect(formatShortTime(time, now)).toBe(expected);
  });
});

describe('formatMessageTime', () => {
  it('adds the day when it is not today', () => {
    expect(formatMessageTime(at(10, 20), now)).toBe('11:20');
    expect(formatMessageTime(at(10, 19), now)).toBe('19 Nov, 11:20');
  });
});

describe('durations', () => {
  it('counts seconds, then minutes', () => {
    expect(formatDuration(6_200)).toBe('6 s');
    expect(formatDuration(124_000)).toBe('2 min 4 s');
    expect(formatDuration(-5)).toBe('0 s');
  });

  it('counts down like a clock', () => {
    expect(formatCountdown(252_000)).toBe('4:12');
    expect(formatCountdown(3_765_000)).toBe('1:02:45');
  });
});
