import { AppError } from '#shared/errors.ts';

/** How the table `usage` cuts time: quarters of an hour since 1970, UTC. */
export const slotMs = 900_000;
export const slotsPerDay = 96;
const slotMinutes = 15;
const dayMinutes = 1_440;

/** The slots from `first` to before `end` belong to `day` (YYYY-MM-DD). */
export interface DaySlots {
  readonly day: string;
  readonly first: number;
  readonly end: number;
}

/**
 * The local days of some days of UTC (numbers of days since 1970, ascending), with the slots of each, oldest first.
 * A day that has several runs of slots, as where clocks go back over midnight, comes several times.
 * Error: invalid-input for a time zone nobody knows.
 */
export function daySlots(utcDays: readonly number[], timeZone: string): readonly DaySlots[] {
  const offsetAt = offsetReader(timeZone);
  const runs: { dayNumber: number; first: number; end: number }[] = [];

  function add(dayNumber: number, first: number, end: number): void {
    const last = runs.at(-1);
    if (last !== undefined && last.dayNumber === dayNumber && last.end === first) last.end = end;
    else runs.push({ dayNumber, first, end });
  }

  for (const utcDay of utcDays) {
    const first = utcDay * slotsPerDay;
    const end = first + slotsPerDay;
    const offset = offsetAt(first);
    if (offset === offsetAt(end)) {
      const dayNumber = dayNumberOf(first, offset);
      const boundary = Math.ceil(((dayNumber + 1) * dayMinutes - offset) / slotMinutes);
      add(dayNumber, first, Math.min(boundary, end));
      if (boundary < end) add(dayNumber + 1, boundary, end);
    } else {
      // The clocks change on this day.
      for (let slot = first; slot < end; slot += 1) {
        add(dayNumberOf(slot, offsetAt(slot)), slot, slot + 1);
      }
    }
  }
  return runs.map(({ dayNumber, first, end }) => ({ day: dayName(dayNumber), first, end }));
}

function dayNumberOf(slot: number, offsetMinutes: number): number {
  return Math.floor((slot * slotMinutes + offsetMinutes) / dayMinutes);
}

function dayName(dayNumber: number): string {
  return new Date(dayNumber * dayMinutes * 60_000).toISOString().slice(0, 10);
}

/** Minutes east of UTC at the beginning of a slot. */
function offsetReader(timeZone: string): (slot: number) => number {
  const format = formatFor(timeZone);
  const known = new Map<number, number>();
  return (slot) => {
    const before = known.get(slot);
    if (before !== undefined) return before;
    const parts = Object.fromEntries(
      format.formatToParts(slot * slotMs).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
    const offset = Math.round((Date.UTC(year, month - 1, day, hour, minute) - slot * slotMs) / 60_000);
    known.set(slot, offset);
    return offset;
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch (thrown) {
    const problem = `there is no time zone ${JSON.stringify(timeZone)}`;
    throw new AppError(
      { code: 'invalid-input', details: { request: 'getStatistics', problem } },
      { cause: thrown },
    );
  }
}
