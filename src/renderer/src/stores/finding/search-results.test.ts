import { describe, expect, it } from 'vitest';
import type { SearchGroup, SearchPage } from '#shared/contract/search.ts';
import { firstPage, indexOfChoice, rowsOf, withoutSessions, withPage } from './search-results.ts';

function group(
  id: string,
  messageIds: readonly string[],
  marks: SearchGroup['title']['marks'] = [],
): SearchGroup {
  return {
    session: {
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
      createdAt: 1,
      updatedAt: 1,
    },
    projectName: null,
    title: { text: id, marks },
    hits: messageIds.map((messageId) => ({
      messageId,
      role: 'user',
      source: 'content',
      snippet: { text: messageId, marks: [] },
      createdAt: 1,
    })),
    hitCount: messageIds.length,
  };
}

function page(groups: readonly SearchGroup[], next: SearchPage['next'] = null): SearchPage {
  return {
    groups,
    next,
    total: { count: 9, isCapped: false },
    notes: [],
    isIndexBehind: false,
    terms: ['x'],
  };
}

describe('pages of results', () => {
  it('join later hits of a session to those it has, in place', () => {
    const first = firstPage('x', 'newest', page([group('a', ['1']), group('b', ['2'])], { before: 5 }));
    const both = withPage(first, { ...page([group('c', ['3']), group('a', ['4', '1'])]), total: null });
    expect(both.groups.map(({ session }) => session.id)).toEqual(['a', 'b', 'c']);
    expect(both.groups[0]?.hits.map(({ messageId }) => messageId)).toEqual(['1', '4']);
    expect(both.groups[0]?.hitCount).toBe(3);
    expect(both.next).toBeNull();
    expect(both.total?.count).toBe(9);
  });

  it('may be empty and go on', () => {
    const first = firstPage('x', 'newest', page([group('a', ['1'])], { before: 5 }));
    const more = withPage(first, page([], { before: 3 }));
    expect(more.groups).toHaveLength(1);
    expect(more.next).toEqual({ before: 3 });
  });

  it('lose the sessions that are gone', () => {
    const first = firstPage('x', 'newest', page([group('a', ['1']), group('b', ['2'])]));
    expect(withoutSessions(first, ['a']).groups.map(({ session }) => session.id)).toEqual(['b']);
    expect(withoutSessions(first, ['z'])).toBe(first);
  });
});

describe('what Enter opens', () => {
  it('is the first words found', () => {
    const rows = rowsOf([group('a', ['1', '2'])]);
    expect(rows.map(({ key }) => key)).toEqual(['a', 'a-1', 'a-2']);
    expect(indexOfChoice(rows, null)).toBe(1);
    expect(indexOfChoice(rows, 'gone')).toBe(1);
    expect(indexOfChoice(rows, 'a-2')).toBe(2);
  });

  it('is the session when its title was hit or nothing else was', () => {
    expect(indexOfChoice(rowsOf([group('a', ['1'], [[0, 1]])]), null)).toBe(0);
    expect(indexOfChoice(rowsOf([group('a', [])]), null)).toBe(0);
    expect(indexOfChoice([], 'a')).toBe(-1);
  });
});
