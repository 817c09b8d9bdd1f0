import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '#shared/domain.ts';
import { appendPage, placeSessions, removeSessions, rowsByDay } from './history-rows.ts';

const session = (id: string, updatedAt: number, changes: Partial<SessionSummary> = {}): SessionSummary => ({
  id,
  projectId: null,
  title: id,
  preview: '',
  model: null,
  messageCount: 1,
  tagIds: [],
  isPinned: false,
  isArchived: false,
  isUnread: false,
  createdAt: 0,
  updatedAt,
  ...changes,
});
const ids = ({ sessions }: { readonly sessions: readonly SessionSummary[] }) => sessions.map(({ id }) => id);

describe('sessions by day', () => {
  it('stand below the day of their last activity, whatever summer time does to its length', () => {
    const at = (day: number, hour: number) => new Date(2026, 9, day, hour).getTime();
    const rows = rowsByDay([
      session('a', at(26, 0)),
      session('b', at(25, 23)),
      session('c', at(25, 0)),
      session('d', at(24, 23)),
    ]);
    expect(rows.map((row) => (row.kind === 'day' ? new Date(row.at).getDate() : row.key))).toEqual([
      26,
      'a',
      25,
      'b',
      'c',
      24,
      'd',
    ]);
  });

  it('are none without sessions', () => {
    expect(rowsByDay([])).toEqual([]);
  });
});

describe('the loaded history', () => {
  const pages = { sessions: [session('a', 30), session('b', 20), session('c', 10)], hasMore: true };

  it('has no session twice after another page', () => {
    const more = appendPage(pages, { sessions: [session('c', 10), session('d', 5)], hasMore: false });
    expect(ids(more)).toEqual(['a', 'b', 'c', 'd']);
    expect(more.hasMore).toBe(false);
  });

  it('moves a session that goes on to the top, and leaves out what is archived or not loaded yet', () => {
    expect(ids(placeSessions(pages, [session('c', 40)]))).toEqual(['c', 'a', 'b']);
    expect(ids(placeSessions(pages, [session('x', 25)]))).toEqual(['a', 'x', 'b', 'c']);
    expect(ids(placeSessions(pages, [session('x', 1)]))).toEqual(['a', 'b', 'c']);
    expect(ids(placeSessions(pages, [session('a', 30, { isArchived: true })]))).toEqual(['b', 'c']);
    expect(ids(placeSessions({ ...pages, hasMore: false }, [session('x', 1)]))).toEqual(['a', 'b', 'c', 'x']);
  });

  it('loses what is gone', () => {
    expect(ids(removeSessions(pages, ['b']))).toEqual(['a', 'c']);
  });
});
