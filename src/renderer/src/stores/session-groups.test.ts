import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '#shared/domain.ts';
import {
  appendPage,
  cursorOf,
  emptyGroup,
  placeSession,
  removeSession,
  type SessionGroups,
  visibleSessions,
} from './session-groups.ts';

function session(id: string, updatedAt: number, projectId: string | null = null): SessionSummary {
  return { id, projectId, title: id, preview: '', model: null, messageCount: 0, createdAt: 0, updatedAt };
}

function inboxOf(sessions: readonly SessionSummary[], hasMore = false): SessionGroups {
  return { inbox: { sessions, hasMore, state: 'ready' } };
}

const idsOf = (groups: SessionGroups, key = 'inbox') => groups[key]?.sessions.map(({ id }) => id).join('');

describe('placeSession', () => {
  it('moves a session with new activity to the top', () => {
    const groups = inboxOf([session('a', 3), session('b', 2), session('c', 1)]);
    expect(idsOf(placeSession(groups, session('c', 4)))).toBe('cab');
  });

  it('moves a session into its project', () => {
    const groups = { ...inboxOf([session('a', 3)]), project: { ...emptyGroup, sessions: [session('p', 1)] } };
    const moved = placeSession(groups, session('a', 3, 'project'));
    expect([idsOf(moved), idsOf(moved, 'project')]).toEqual(['', 'ap']);
  });

  it('leaves what belongs behind the loaded part to its page', () => {
    const groups = inboxOf([session('a', 3)], true);
    expect(idsOf(placeSession(groups, session('z', 1)))).toBe('a');
    expect(idsOf(placeSession(inboxOf([session('a', 3)]), session('z', 1)))).toBe('az');
  });

  it('keeps the list ordered and free of doubles whatever changes', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat({ max: 5 })));
    fc.assert(
      fc.property(changes, (list) => {
        const groups = list.reduce<SessionGroups>(
          (before, [id, at]) => placeSession(before, session(id, at)),
          inboxOf([]),
        );
        const shown = groups['inbox']?.sessions ?? [];
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
        expect(shown).toEqual(
          shown.toSorted((one, other) => other.updatedAt - one.updatedAt || (one.id < other.id ? 1 : -1)),
        );
      }),
    );
  });
});

it('does not list a session twice when it moved while pages were read', () => {
  const group = { sessions: [session('b', 5), session('a', 4)], hasMore: true, state: 'ready' as const };
  const page = { sessions: [session('b', 2), session('c', 1)], hasMore: false };
  expect(appendPage(group, page).sessions.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(cursorOf(group)).toEqual({ updatedAt: 4, id: 'a' });
});

it('takes a session out wherever it is', () => {
  const groups = inboxOf([session('a', 1)]);
  expect(idsOf(removeSession(groups, 'a'))).toBe('');
  expect(removeSession(groups, 'z')).toBe(groups);
});

it('orders by project, then Inbox', () => {
  const groups = { ...inboxOf([session('a', 9)]), p: { ...emptyGroup, sessions: [session('b', 1, 'p')] } };
  const project = { id: 'p', name: 'P', colour: 0, sessionCount: 1 };
  expect(visibleSessions([project], groups).map(({ id }) => id)).toEqual(['b', 'a']);
});
