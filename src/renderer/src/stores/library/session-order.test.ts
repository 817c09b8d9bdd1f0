import { expect, it } from 'vitest';
import { compareSessions, cursorAfter, placeOf } from './session-order.ts';
import { aSession } from './testing/library.ts';

const titled = (id: string, title: string) => aSession(id, { title });

it('orders titles as SQLite does: without case for A to Z, by code point else', () => {
  const titles = ['', 'apple', 'Banana', 'cherry', 'É', 'é', '\uFFFD', '\u{1F600}'];
  const sessions = titles.map((title, index) => titled(String(index), title));
  const shuffled = sessions.toReversed().toSorted((one, other) => compareSessions(one, other, 'title'));
  expect(shuffled.map(({ title }) => title)).toEqual(titles);
});

it('orders equal titles by id, equal times by id downwards', () => {
  expect(compareSessions(titled('a', 'X'), titled('b', 'x'), 'title')).toBeLessThan(0);
  expect(compareSessions(aSession('a'), aSession('b'), 'activity')).toBeGreaterThan(0);
});

it('finds the place of a session in a long list', () => {
  const sessions = Array.from({ length: 1_000 }, (_, index) =>
    aSession(`s${index}`, { updatedAt: 1_000 - index }),
  );
  expect(placeOf(sessions, aSession('new', { updatedAt: 2_000 }), 'activity')).toBe(0);
  expect(placeOf(sessions, aSession('new', { updatedAt: 500.5 }), 'activity')).toBe(500);
  expect(placeOf(sessions, aSession('new', { updatedAt: 0 }), 'activity')).toBe(1_000);
});

it('begins the next page behind what the list is sorted by', () => {
  const session = aSession('a', { title: 'T', createdAt: 1, updatedAt: 2 });
  expect(cursorAfter(session, 'activity')).toEqual({ id: 'a', value: 2 });
  expect(cursorAfter(session, 'created')).toEqual({ id: 'a', value: 1 });
  expect(cursorAfter(session, 'title')).toEqual({ id: 'a', value: 'T' });
});
