import { describe, expect, it } from 'vitest';
import { layoutOf, type rowAt } from '../../stores/library/sidebar-layout.ts';
import { aGroup, aProject, aSession } from '../../stores/library/testing/library.ts';
import { rangeOf } from './row-range.ts';
import { intentOf, rowBeginningWith, type TreeKeyPress } from './tree-keys.ts';

// 0 heading p, 1 tea, 2 milk, 3 heading inbox, 4 tisane, 5 water
const layout = layoutOf({
  projects: [aProject('p')],
  groups: {
    pinned: aGroup([]),
    p: aGroup([aSession('tea', { projectId: 'p' }), aSession('milk', { projectId: 'p' })]),
    inbox: aGroup([aSession('tisane'), aSession('water')]),
  },
  view: { sort: 'activity', isArchived: false },
  folded: new Set(),
});

const press = (key: string, held: Partial<TreeKeyPress> = {}): TreeKeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const go = (to: number, isExtending = false) => ({ kind: 'go', to, isExtending });

describe('a key in the session list', () => {
  it.each([
    ['ArrowDown', 1, go(2)],
    ['ArrowDown', 5, go(5)],
    ['ArrowUp', 0, go(0)],
    ['PageDown', 0, go(3)],
    ['PageUp', 4, go(1)],
    ['Home', 4, go(0)],
    ['End', 0, go(5)],
    ['ArrowLeft', 2, go(0)],
    ['ArrowLeft', 0, { kind: 'fold', isFolded: true }],
    ['ArrowRight', 0, go(1)],
    ['ArrowRight', 1, null],
    ['Enter', 1, { kind: 'open' }],
    [' ', 1, { kind: 'toggle' }],
    ['F2', 1, { kind: 'rename' }],
    ['Delete', 1, { kind: 'delete' }],
    ['Escape', 1, { kind: 'clear' }],
    ['ContextMenu', 1, { kind: 'menu' }],
    ['t', 1, { kind: 'type', letter: 't' }],
    ['Tab', 1, null],
  ])('%s at row %i', (key, index, intent) => {
    expect(intentOf(press(key), layout, index, 3)).toEqual(intent);
  });

  it('with Shift extends over headings to the next session', () => {
    expect(intentOf(press('ArrowDown', { shiftKey: true }), layout, 2, 3)).toEqual(go(4, true));
    expect(intentOf(press('ArrowUp', { shiftKey: true }), layout, 4, 3)).toEqual(go(2, true));
    expect(intentOf(press('ArrowUp', { shiftKey: true }), layout, 1, 3)).toEqual(go(1, true));
    expect(intentOf(press('F10', { shiftKey: true }), layout, 1, 3)).toEqual({ kind: 'menu' });
  });

  it('with Ctrl selects, and leaves the shortcuts of the window alone', () => {
    expect(intentOf(press('a', { ctrlKey: true }), layout, 1, 3)).toEqual({ kind: 'select-all' });
    expect(intentOf(press(' ', { ctrlKey: true }), layout, 1, 3)).toEqual({ kind: 'toggle' });
    expect(intentOf(press('n', { ctrlKey: true }), layout, 1, 3)).toBeNull();
    expect(intentOf(press('ArrowDown', { altKey: true }), layout, 1, 3)).toBeNull();
  });
});

it('finds the next title that begins with what was typed, going round', () => {
  const words = (row: NonNullable<ReturnType<typeof rowAt>>) =>
    row.kind === 'session' ? row.session.title : '';
  expect(rowBeginningWith(layout, 2, 'T', words)).toBe(4);
  expect(rowBeginningWith(layout, 5, 't', words)).toBe(1);
  expect(rowBeginningWith(layout, 0, 'ti', words)).toBe(4);
  expect(rowBeginningWith(layout, 0, 'x', words)).toBeUndefined();
});

it('spans a range from the anchor, or from the active row, over headings', () => {
  expect(rangeOf(layout, 'milk', 0, 5)).toEqual({ anchor: 'milk', range: ['milk', 'tisane', 'water'] });
  expect(rangeOf(layout, null, 4, 1)).toEqual({ anchor: 'tisane', range: ['tea', 'milk', 'tisane'] });
  expect(rangeOf(layout, 'gone', 1, 2)).toEqual({ anchor: 'tea', range: ['tea', 'milk'] });
});
