import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionGroups } from './session-groups.ts';
import {
  indexAtOffset,
  indexOfArrival,
  indexOfKey,
  layoutOf,
  rowAt,
  rowHeights,
  type SidebarLayout,
  topOf,
} from './sidebar-layout.ts';
import { aGroup, aProject, aSession } from './testing/library.ts';

const view = { sort: 'activity', isArchived: false } as const;
const projects = [aProject('p'), aProject('old', { isArchived: true })];

function layout(groups: SessionGroups, ...folded: string[]): SidebarLayout {
  return layoutOf({ projects, groups, view, folded: new Set(folded) });
}

const keysOf = (of: SidebarLayout) =>
  Array.from({ length: of.rowCount }, (_, index) => rowAt(of, index)?.key);
const sessions = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => aSession(`${prefix}${index}`));

describe('the rows of the sidebar', () => {
  const groups = {
    pinned: aGroup(sessions('x', 1)),
    p: aGroup(sessions('a', 2), true),
    inbox: aGroup([]),
    old: aGroup(sessions('o', 1)),
  };

  it('are pinned sessions, projects, Inbox and archived projects with their sessions', () => {
    expect(keysOf(layout(groups))).toEqual([
      'heading pinned',
      'x0',
      'heading p',
      'a0',
      'a1',
      'note p',
      'heading inbox',
      'note inbox',
      'heading archived-projects',
      'heading old',
      'o0',
    ]);
  });

  it('fold away', () => {
    expect(keysOf(layout(groups, 'p', 'pinned', 'archived-projects'))).toEqual([
      'heading pinned',
      'heading p',
      'heading inbox',
      'note inbox',
      'heading archived-projects',
    ]);
  });

  it('have no heading for pinned sessions when there are none', () => {
    expect(keysOf(layout({ ...groups, pinned: aGroup([]) }))[0]).toBe('heading p');
  });

  it('of the archive leave out projects that have nothing there', () => {
    const of = layoutOf({
      projects: [aProject('p'), aProject('q')],
      groups: { p: aGroup([]), q: aGroup(sessions('a', 1)), inbox: aGroup([]) },
      view: { ...view, isArchived: true },
      folded: new Set(),
    });
    expect(keysOf(of)).toEqual(['heading q', 'a0', 'heading inbox', 'note inbox']);
  });

  it('say why a list could not be read', () => {
    const failed = { ...aGroup([]), state: { code: 'internal', details: {} } } as never;
    const row = rowAt(layout({ ...groups, p: failed }), 3);
    expect(row).toMatchObject({ kind: 'note', note: 'failed' });
  });
});

it('finds each row by index, key and place alike, whatever is listed and folded', () => {
  const counts = fc.record({ pinned: fc.nat(4), p: fc.nat(30), inbox: fc.nat(30), old: fc.nat(4) });
  const folds = fc.subarray(['pinned', 'p', 'inbox', 'old', 'archived-projects']);
  fc.assert(
    fc.property(counts, folds, fc.boolean(), (count, folded, hasMore) => {
      const of = layout(
        {
          pinned: aGroup(sessions('x', count.pinned)),
          p: aGroup(sessions('a', count.p), hasMore),
          inbox: aGroup(sessions('i', count.inbox), hasMore),
          old: aGroup(sessions('o', count.old)),
        },
        ...folded,
      );
      let top = 0;
      for (let index = 0; index < of.rowCount; index += 1) {
        const row = rowAt(of, index);
        if (row === undefined) throw new Error(`no row ${index}`);
        expect(topOf(of, index)).toBe(top);
        expect(indexOfKey(of, row.key)).toBe(index);
        expect(indexAtOffset(of, top)).toBe(index);
        expect(indexAtOffset(of, top + rowHeights[row.kind] - 1)).toBe(index);
        top += rowHeights[row.kind];
      }
      expect(of.height).toBe(top);
      expect(rowAt(of, of.rowCount)).toBeUndefined();
      expect(indexAtOffset(of, of.height + 1_000)).toBe(of.rowCount - 1);
    }),
  );
});

it('knows which session came where the end of a list stood', () => {
  const groupsOf = (count: number, hasMore: boolean) => ({
    pinned: aGroup([]),
    p: aGroup(sessions('a', count), hasMore),
    inbox: aGroup([]),
    old: aGroup([]),
  });
  const note = rowAt(layout(groupsOf(2, true)), 3);
  if (note?.kind !== 'note') throw new Error('no note');
  const arrived = layout(groupsOf(4, true));
  expect(rowAt(arrived, indexOfArrival(arrived, note))?.key).toBe('a2');
  expect(indexOfArrival(layout(groupsOf(2, true)), note)).toBe(-1);
  expect(indexOfArrival(layout(groupsOf(2, false)), note)).toBe(-1);
  expect(indexOfArrival(layout(groupsOf(4, true), 'p'), note)).toBe(-1);
});

it('is made for 100,000 sessions without making their rows', () => {
  const groups = {
    pinned: aGroup([]),
    p: aGroup([]),
    inbox: aGroup(sessions('s', 100_000)),
    old: aGroup([]),
  };
  const begin = performance.now();
  for (let time = 0; time < 100; time += 1) layout(groups);
  expect((performance.now() - begin) / 100).toBeLessThan(1);
});
