import { describe, expect, it } from 'vitest';
import type { DayUsage } from '#shared/contract/statistics.ts';
import { dayNameOf, dayNumberOf } from '../../format/days.ts';
import { binsOf, speedByBin, sumByBin } from './bins.ts';
import { layOutYear } from './heat-map-layout.ts';
import { numberColumn, textColumn, toCsv } from './table-data.ts';

const today = dayNumberOf('2026-11-20');

function used(day: string, messages = 2): DayUsage {
  return { day, messages, answers: 1, promptTokens: 10, replyTokens: 5, evalMs: 100 };
}

describe('layOutYear', () => {
  const layout = (usage: readonly DayUsage[]) =>
    layOutYear(new Map(usage.map((each) => [dayNumberOf(each.day), each])), today);

  it('shows 53 weeks from a Monday to today', () => {
    const { first, cells } = layout([]);
    expect(dayNameOf(first)).toBe('2025-11-17');
    expect(cells).toHaveLength(52 * 7 + 5);
    expect(cells.at(-1)).toMatchObject({ day: today, column: 52, row: 4, level: 0 });
  });

  it('gives the busiest day the highest level and every active day one', () => {
    const { cells, activeDays } = layout([
      used('2026-11-17', 1),
      used('2026-11-18', 5),
      used('2026-11-19', 6),
      used('2026-11-20', 500),
      used('2020-01-01', 9_999),
    ]);
    expect(cells.slice(-4).map(({ level }) => level)).toEqual([1, 2, 3, 4]);
    expect(activeDays).toBe(4);
  });

  it('names months that do not touch each other', () => {
    const columns = layout([]).months.map(({ column }) => column);
    expect(columns.every((column, index) => index === 0 || column - (columns[index - 1] ?? 0) >= 3)).toBe(
      true,
    );
    expect(columns.length).toBeGreaterThan(10);
  });
});

describe('bins', () => {
  it('has a bar for every day of a short period, also the empty ones', () => {
    const bins = binsOf('30', [used('2026-10-21'), used('2026-11-20')], today);
    expect(bins.size).toBe('day');
    expect(bins.bins).toHaveLength(30);
    expect(sumByBin(bins, [used('2026-11-20'), used('2026-10-21')]).map(({ messages }) => messages)).toEqual([
      ...Array.from({ length: 29 }, () => 0),
      2,
    ]);
  });

  it('puts longer periods together by week, then by month, and loses nothing', () => {
    const days = [used('2023-02-01'), used('2026-01-31'), used('2026-02-01'), used('2026-11-20')];
    const year = binsOf('365', days, today);
    expect(year.size).toBe('week');
    expect(sumByBin(year, days).reduce((sum, { messages }) => sum + messages, 0)).toBe(6);
    const all = binsOf('all', days, today);
    expect(all.size).toBe('month');
    expect(all.bins).toHaveLength(46);
    expect(sumByBin(all, days).reduce((sum, { messages }) => sum + messages, 0)).toBe(8);
  });

  it('begins with the first day that has something, and shows two weeks at least', () => {
    expect(binsOf('90', [used('2026-11-01'), used('2026-11-20')], today).bins).toHaveLength(20);
    expect(binsOf('90', [used('2026-11-20')], today).bins).toHaveLength(14);
  });

  it('stays small for times that nobody can mean', () => {
    expect(binsOf('all', [used('1970-01-01')], today).bins.length).toBeLessThan(500);
    expect(binsOf('all', [used('9999-01-01')], today).bins).toHaveLength(14);
    expect(binsOf('all', [], today).bins).toHaveLength(14);
  });

  it('weighs the speed of a week by the time its days took', () => {
    const bins = binsOf('365', [used('2025-12-01')], today);
    const speeds = speedByBin(bins, [
      { model: 'm', day: '2026-11-16', tokensPerSecond: 10, evalMs: 9_000 },
      { model: 'm', day: '2026-11-17', tokensPerSecond: 110, evalMs: 1_000 },
    ]);
    expect(speeds.get('m')?.at(-1)).toBe(20);
    expect(speeds.get('m')?.at(-2)).toBeNull();
  });
});

describe('toCsv', () => {
  it('quotes what needs it and disarms formulas', () => {
    const csv = toCsv({
      columns: [textColumn('Session'), numberColumn('Messages')],
      rows: [
        [
          { shown: '', raw: 'Tea, "green"\nor black' },
          { shown: '1,234', raw: 1234 },
        ],
        [
          { shown: '', raw: '=HYPERLINK("x")' },
          { shown: '-1', raw: -1 },
        ],
      ],
    });
    expect(csv).toBe(
      '\uFEFFSession,Messages\r\n"Tea, ""green""\nor black",1234\r\n"\'=HYPERLINK(""x"")",-1\r\n',
    );
  });
});
