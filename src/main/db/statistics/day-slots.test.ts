import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../testing/fixtures.ts';
import { daySlots, slotMs, slotsPerDay } from './day-slots.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'America/St_Johns',
];
const utcDay = (day: string) => Date.parse(day) / 86_400_000;
const at = (time: string) => Date.parse(time) / slotMs;

describe('daySlots', () => {
  it('cuts a day of 25 hours where clocks go back, and one of 23 where they go forward', () => {
    const october = daySlots(
      [utcDay('2026-10-24'), utcDay('2026-10-25'), utcDay('2026-10-26')],
      'Europe/Berlin',
    );
    expect(october.find(({ day }) => day === '2026-10-25')).toEqual({
      day: '2026-10-25',
      first: at('2026-10-24T22:00Z'),
      end: at('2026-10-25T23:00Z'),
    });
    const march = daySlots([utcDay('2026-03-28'), utcDay('2026-03-29')], 'Europe/Berlin');
    expect(march.find(({ day }) => day === '2026-03-29')).toEqual({
      day: '2026-03-29',
      first: at('2026-03-28T23:00Z'),
      end: at('2026-03-29T22:00Z'),
    });
  });

  it('knows zones with quarters, changes of half an hour, and a day that never was', () => {
    expect(daySlots([utcDay('2026-01-01')], 'Asia/Kathmandu')[1]?.first).toBe(at('2026-01-01T18:15Z'));
    const lordHowe = daySlots([utcDay('2026-04-04'), utcDay('2026-04-05')], 'Australia/Lord_Howe');
    const [fifth] = lordHowe.filter(({ day }) => day === '2026-04-05');
    expect((fifth?.end ?? 0) - (fifth?.first ?? 0)).toBe(24.5 * 4);
    const apia = daySlots([utcDay('2011-12-29'), utcDay('2011-12-30')], 'Pacific/Apia');
    expect(apia.map(({ day }) => day)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31']);
  });

  it('gives every quarter of an hour the day that a calendar of the zone gives it', () => {
    const day = fc.integer({ min: utcDay('2012-01-01'), max: utcDay('2040-01-01') });
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (number, timeZone) => {
        const format = new Intl.DateTimeFormat('en-CA', {
          timeZone,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
        });
        const runs = daySlots([number], timeZone);
        for (let slot = number * slotsPerDay; slot < (number + 1) * slotsPerDay; slot += 1) {
          const holding = runs.filter(({ first, end }) => first <= slot && slot < end);
          expect(holding.map((run) => run.day)).toEqual([format.format(slot * slotMs)]);
        }
      }),
    );
  });

  it('refuses a time zone nobody knows', async () => {
    expect(await codeOf(() => daySlots([], 'Mars/Olympus_Mons'))).toBe('invalid-input');
    expect(await codeOf(() => daySlots([], ''))).toBe('invalid-input');
  });
});
