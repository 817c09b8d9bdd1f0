import { expect, it } from 'vitest';
import { added, anchoredAt, extended, nothingSelected, toggled, withoutGone } from './selection.ts';

const idsOf = ({ ids }: { readonly ids: ReadonlySet<string> }) => [...ids].sort().join('');

it('toggles one session after the other', () => {
  const two = toggled(toggled(nothingSelected, 'a'), 'b');
  expect(idsOf(two)).toBe('ab');
  expect(idsOf(toggled(two, 'a'))).toBe('b');
});

it('lets the rest go when a range gets shorter, and keeps what was chosen singly', () => {
  const range = extended(toggled(nothingSelected, 'z'), 'b', ['b', 'c', 'd']);
  expect(idsOf(range)).toBe('bcdz');
  expect(idsOf(extended(range, 'b', ['b', 'c']))).toBe('bcz');
  expect(idsOf(extended(range, 'b', ['a', 'b']))).toBe('abz');
});

it('begins a range at the session that was pressed last', () => {
  const pressed = anchoredAt('b');
  expect(idsOf(pressed)).toBe('');
  expect(idsOf(extended(pressed, 'b', ['b', 'c']))).toBe('bc');
});

it('adds a whole section', () => {
  const whole = added(toggled(nothingSelected, 'z'), ['a', 'b'], false);
  expect(idsOf(whole)).toBe('abz');
  expect(whole.isCutOff).toBe(false);
});

it('remembers that the section went on, until nothing is selected', () => {
  const part = added(nothingSelected, ['a', 'b'], true);
  expect(part.isCutOff).toBe(true);
  expect(added(toggled(part, 'a'), ['x'], false).isCutOff).toBe(true);
  expect(anchoredAt('a').isCutOff).toBe(false);
});

it('forgets sessions that are gone', () => {
  const selection = toggled(toggled(nothingSelected, 'a'), 'b');
  expect(withoutGone(selection, ['b'])).toMatchObject({ anchor: null });
  expect(idsOf(withoutGone(selection, ['b']))).toBe('a');
  expect(withoutGone(selection, ['x'])).toBe(selection);
});
