import { expect, it } from 'vitest';
import { inverseOf } from './inverse-changes.ts';
import { aSession } from './testing/library.ts';

it('sends moved sessions back to where each came from, and leaves those that were there', () => {
  const before = [
    aSession('a', { projectId: 'p' }),
    aSession('b'),
    aSession('c', { projectId: 'q' }),
    aSession('d', { projectId: 'p' }),
  ];
  expect(inverseOf({ kind: 'move', projectId: 'q' }, before)).toEqual([
    { sessionIds: ['a', 'd'], change: { kind: 'move', projectId: 'p' } },
    { sessionIds: ['b'], change: { kind: 'move', projectId: null } },
  ]);
});

it('takes off only the tags that were new, and gives back only those that were there', () => {
  const before = [aSession('a', { tagIds: [1] }), aSession('b', { tagIds: [1, 2] }), aSession('c')];
  expect(inverseOf({ kind: 'tag', add: [2], remove: [1] }, before)).toEqual([
    { sessionIds: ['a'], change: { kind: 'tag', add: [1], remove: [2] } },
    { sessionIds: ['b'], change: { kind: 'tag', add: [1], remove: [] } },
    { sessionIds: ['c'], change: { kind: 'tag', add: [], remove: [2] } },
  ]);
});

it('brings back what was not archived, not pinned, not read', () => {
  const before = [aSession('a'), aSession('b', { isArchived: true, isPinned: true, isUnread: true })];
  const idsFor = (change: Parameters<typeof inverseOf>[0]) =>
    inverseOf(change, before).flatMap(({ sessionIds }) => sessionIds);
  expect(idsFor({ kind: 'archive', isArchived: true })).toEqual(['a']);
  expect(idsFor({ kind: 'pin', isPinned: true })).toEqual(['a']);
  expect(idsFor({ kind: 'mark', isUnread: false })).toEqual(['b']);
});
