import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '#shared/domain.ts';
import {
  appendPage,
  emptyGroup,
  findSession,
  groupKeys,
  type ListView,
  placeSessions,
  removeSessions,
  type SessionGroups,
} from './session-groups.ts';
import { compareSessions } from './session-order.ts';
import { aGroup, aProject, aSession } from './testing/library.ts';

const view: ListView = { sort: 'activity', isArchived: false };

const at = (id: string, updatedAt: number, projectId: string | null = null) =>
  aSession(id, { updatedAt, projectId });

function listsOf(sessions: readonly SessionSummary[], hasMore = false): SessionGroups {
  return { pinned: aGroup([]), inbox: aGroup(sessions, hasMore) };
}

const idsOf = (groups: SessionGroups, key = 'inbox') => groups[key]?.sessions.map(({ id }) => id).join('');

describe('placing sessions', () => {
  it('moves a session with new activity to the top', () => {
    const groups = listsOf([at('a', 3), at('b', 2), at('c', 1)]);
    expect(idsOf(placeSessions(groups, [at('c', 4)], view))).toBe('cab');
  });

  it('moves sessions into their project, many at once', () => {
    const groups = { ...listsOf([at('a', 3), at('b', 2), at('c', 1)]), project: aGroup([at('p', 2)]) };
    const moved = placeSessions(groups, [at('a', 3, 'project'), at('c', 1, 'project')], view);
    expect([idsOf(moved), idsOf(moved, 'project')]).toEqual(['b', 'apc']);
  });

  it('puts what is pinned apart, and what is archived away', () => {
    const groups = listsOf([at('a', 3), at('b', 2)]);
    const pinned = placeSessions(groups, [{ ...at('b', 2), isPinned: true }], view);
    expect([idsOf(pinned), idsOf(pinned, 'pinned')]).toEqual(['a', 'b']);
    const archived = placeSessions(pinned, [{ ...at('b', 2), isPinned: true, isArchived: true }], view);
    expect([idsOf(archived), idsOf(archived, 'pinned')]).toEqual(['a', '']);
  });

  it('shows the archived ones, pinned or not, in their places when those are asked for', () => {
    const groups = { inbox: aGroup([]) };
    const archived = { ...at('b', 2), isPinned: true, isArchived: true };
    expect(idsOf(placeSessions(groups, [archived, at('a', 1)], { ...view, isArchived: true }))).toBe('b');
  });

  it('leaves what belongs behind the loaded part to its page', () => {
    const groups = listsOf([at('a', 3)], true);
    expect(idsOf(placeSessions(groups, [at('z', 1)], view))).toBe('a');
    expect(idsOf(placeSessions(listsOf([at('a', 3)]), [at('z', 1)], view))).toBe('az');
  });

  it.each(['activity', 'created', 'title'] as const)(
    'keeps a list by %s ordered and free of doubles whatever changes',
    (sort) => {
      const sessions = fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        title: fc.constantFrom('', 'a', 'B', 'é', '\u{1F600}', '\uFFFD'),
        updatedAt: fc.nat({ max: 5 }),
        createdAt: fc.nat({ max: 5 }),
      });
      fc.assert(
        fc.property(fc.array(fc.uniqueArray(sessions, { selector: ({ id }) => id })), (changes) => {
          const groups = changes.reduce<SessionGroups>(
            (before, each) =>
              placeSessions(
                before,
                each.map((differing) => aSession(differing.id, differing)),
                { ...view, sort },
              ),
            listsOf([]),
          );
          const shown = groups['inbox']?.sessions ?? [];
          expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
          expect(shown).toEqual(shown.toSorted((one, other) => compareSessions(one, other, sort)));
        }),
      );
    },
  );

  it('places 10,000 of 50,000 sessions in well under a second', () => {
    const sessions = Array.from({ length: 50_000 }, (_, index) => at(`s${index}`, 100_000 - index));
    const groups = { ...listsOf(sessions), project: aGroup([]) };
    const moved = sessions.slice(0, 10_000).map((session) => ({ ...session, projectId: 'project' }));
    const begin = performance.now();
    const placed = placeSessions(groups, moved, view);
    expect(performance.now() - begin).toBeLessThan(1_000);
    expect([placed['inbox']?.sessions.length, placed['project']?.sessions.length]).toEqual([40_000, 10_000]);
  });
});

it('does not list a session twice when it moved while pages were read', () => {
  const group = aGroup([at('b', 5), at('a', 4)], true);
  const page = { sessions: [at('b', 2), at('c', 1)], hasMore: false };
  expect(appendPage(group, page).sessions.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

it('takes sessions out wherever they are', () => {
  const groups = { ...listsOf([at('a', 1), at('b', 1)]), p: aGroup([at('c', 1, 'p')]) };
  const left = removeSessions(groups, new Set(['a', 'c', 'z']));
  expect([idsOf(left), idsOf(left, 'p')]).toEqual(['b', '']);
  expect(removeSessions(groups, new Set(['z']))).toBe(groups);
  expect(findSession(groups, 'c')?.id).toBe('c');
  expect(findSession(left, 'c')).toBeUndefined();
});

it('orders the lists: pinned, projects, Inbox, archived projects', () => {
  const projects = [aProject('old', { isArchived: true }), aProject('p')];
  expect(groupKeys(projects, view)).toEqual(['pinned', 'p', 'inbox', 'old']);
  expect(groupKeys(projects, { ...view, isArchived: true })).toEqual(['p', 'inbox', 'old']);
  expect(emptyGroup.state).toBe('loading');
});
