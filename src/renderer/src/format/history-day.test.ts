import { expect, it } from 'vitest';
import { formatHistoryDay } from './history-day.ts';

it('a day is named by how far back it is', () => {
  const now = new Date(2026, 10, 21, 9).getTime();
  const name = (...parts: [number, number, number, number]) =>
    formatHistoryDay(new Date(...parts).getTime(), now);
  expect(name(2026, 10, 21, 0)).toBe('Today');
  expect(name(2026, 10, 20, 23)).toBe('Yesterday');
  expect(name(2026, 10, 19, 1)).toBe('Thursday');
  expect(name(2026, 10, 14, 1)).toMatch(/^Saturday,? 14 November$/);
  expect(name(2024, 10, 14, 1)).toMatch(/^Thursday,? 14 November 2024$/);
  expect(name(2027, 0, 3, 1)).toMatch(/^Sunday,? 3 January 2027$/);
});
