import type { MessageHit, SearchGroup, SearchOrder, SearchPage } from '#shared/contract/search.ts';
import type { SessionId } from '#shared/domain.ts';

/** What is known of the answer to one query: its first page and those read behind it. */
export interface SearchResults extends SearchPage {
  readonly query: string;
  readonly order: SearchOrder;
  readonly pageCount: number;
}

export function firstPage(query: string, order: SearchOrder, page: SearchPage): SearchResults {
  return { ...page, query, order, pageCount: 1 };
}

/** Adds the next page. Hits of a session that is listed already join those it has. */
export function withPage(results: SearchResults, page: SearchPage): SearchResults {
  const later = new Map(page.groups.map((group) => [group.session.id, group]));
  const joined = results.groups.map((group) => {
    const more = later.get(group.session.id);
    later.delete(group.session.id);
    return more === undefined ? group : joinGroups(group, more);
  });
  return {
    ...results,
    groups: [...joined, ...later.values()],
    next: page.next,
    pageCount: results.pageCount + 1,
  };
}

export function withoutSessions(results: SearchResults, ids: readonly SessionId[]): SearchResults {
  const gone = new Set(ids);
  const groups = results.groups.filter(({ session }) => !gone.has(session.id));
  return groups.length === results.groups.length ? results : { ...results, groups };
}

function joinGroups(group: SearchGroup, more: SearchGroup): SearchGroup {
  const known = new Set(group.hits.map(({ messageId }) => messageId));
  return {
    ...group,
    hits: [...group.hits, ...more.hits.filter(({ messageId }) => !known.has(messageId))],
    hitCount: group.hitCount + more.hitCount,
  };
}

/** One line of the list: a session, or a hit below it. */
export type ResultRow =
  | { readonly kind: 'session'; readonly key: string; readonly group: SearchGroup }
  | { readonly kind: 'hit'; readonly key: string; readonly group: SearchGroup; readonly hit: MessageHit };

export function rowsOf(groups: readonly SearchGroup[]): readonly ResultRow[] {
  return groups.flatMap((group): readonly ResultRow[] => [
    { kind: 'session', key: group.session.id, group },
    ...group.hits.map(
      (hit): ResultRow => ({ kind: 'hit', key: `${group.session.id}-${hit.messageId}`, group, hit }),
    ),
  ]);
}

/**
 * The row Enter opens: the one moved to, as long as it is there, else the first words found, or the first session when
 * its title was hit. -1 when there is none.
 */
export function indexOfChoice(rows: readonly ResultRow[], movedTo: string | null): number {
  const index = movedTo === null ? -1 : rows.findIndex(({ key }) => key === movedTo);
  if (index >= 0) return index;
  const [first, second] = rows;
  if (first === undefined) return -1;
  return first.group.title.marks.length === 0 && second?.kind === 'hit' ? 1 : 0;
}
