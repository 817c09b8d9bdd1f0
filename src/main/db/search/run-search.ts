import type { SearchCursor, SearchGroup, SearchPage } from '#shared/contract/search.ts';
import type { CallInput } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { endOfKeys } from './hits.ts';
import { isIndexBehind } from './index-state.ts';
import { bestHits, type HitGroup, newestHits, type PageLimits } from './message-pages.ts';
import { planOf, type SearchPlan } from './plan.ts';
import { parseQuery } from './query.ts';
import { toGroup } from './search-groups.ts';
import { findSessions } from './session-hits.ts';

const limits: PageLimits = { sessions: 30, lookedAt: 4_000, counted: 1_000 };
/** Sessions found by their title that come before the first messages; the others follow after the last one. */
const titlesFirst = 10;

/**
 * One page of results: sessions found by their titles, then messages from the newest down, then the rest of the
 * titles. Where a page ends, the next goes on; a page may be empty though others follow.
 */
export function runSearch(connection: Connection, input: CallInput<'runSearch'>): SearchPage {
  const plan = planOf(connection, parseQuery(input.query, input.now));
  const place = placeOf(input.after);
  const found =
    place.kind === 'sessions' || plan.messages === null
      ? sessionPage(connection, plan, place)
      : messagePage(connection, plan, place, input.order);
  const shown = (groups: readonly HitGroup[]) =>
    groups.flatMap((group) => toGroup(connection, group, plan.needles) ?? []);
  return {
    groups: [...byActivity(shown(found.titled)), ...shown(found.groups)],
    next: found.next,
    total: input.after === null ? (found.total ?? null) : null,
    notes: input.after === null ? plan.notes : [],
    isIndexBehind: isIndexBehind(connection),
    terms: plan.needles,
  };
}

/** Sessions found by their titles are found in the order they were made; shown they are by last activity. */
function byActivity(groups: readonly SearchGroup[]): readonly SearchGroup[] {
  return [...groups].sort((one, other) => other.session.updatedAt - one.session.updatedAt);
}

interface FoundPage {
  /** Found by their titles. */
  readonly titled: readonly HitGroup[];
  readonly groups: readonly HitGroup[];
  readonly next: SearchCursor | null;
  readonly total?: SearchPage['total'];
}

/** A page that begins among the sessions, or (`before` null) at the first of them. */
function sessionPage(connection: Connection, plan: SearchPlan, place: Place): FoundPage {
  const before = place.kind === 'sessions' ? place.before : null;
  const page = findSessions(connection, plan, { before, kept: limits.sessions, lookedAt: limits.lookedAt });
  // Counting looks a little further than the page.
  const counted =
    place.kind === 'start'
      ? findSessions(connection, plan, { before, kept: limits.counted, lookedAt: limits.lookedAt })
      : null;
  return {
    titled: toGroups(page.keys),
    groups: [],
    next: page.next === null ? null : cursorOf({ kind: 'sessions', before: page.next }),
    total: counted === null ? null : { count: counted.keys.length, isCapped: counted.next !== null },
  };
}

function messagePage(
  connection: Connection,
  plan: SearchPlan,
  place: Exclude<Place, { kind: 'sessions' }>,
  order: CallInput<'runSearch'>['order'],
): FoundPage {
  const isFirst = place.kind === 'start';
  const titles = () =>
    findSessions(connection, plan, { before: null, kept: titlesFirst, lookedAt: limits.lookedAt });
  const first = isFirst ? titles() : null;
  const before = isFirst ? endOfKeys : place.before;
  const skipped = isFirst ? 0 : place.skipped;
  const page =
    order === 'best'
      ? bestHits(connection, plan, { before, skipped }, limits)
      : { ...newestHits(connection, plan, { before, isFirst }, limits), nextSkipped: 0 };
  const rest = page.next === null ? (first ?? titles()).next : null;
  const messages = new Map(page.groups.map((group) => [group.sessionKey, group]));
  const titled = toGroups(first?.keys ?? []).map((group) => messages.get(group.sessionKey) ?? group);
  const others = page.groups.filter((group) => !titled.includes(group));
  const count = (page.total?.count ?? 0) + (first?.keys.length ?? 0);
  return {
    titled,
    groups: others,
    next:
      page.next !== null
        ? cursorOf({ kind: 'messages', before: page.next, skipped: page.nextSkipped })
        : rest !== null
          ? cursorOf({ kind: 'sessions', before: rest })
          : null,
    total: {
      count: Math.min(count, limits.counted),
      isCapped: page.total?.isCapped === true || count > limits.counted || (first?.next ?? null) !== null,
    },
  };
}

function toGroups(sessionKeys: readonly number[]): readonly HitGroup[] {
  return sessionKeys.map((sessionKey) => ({ sessionKey, shown: [], count: 0 }));
}

/** Where a page begins. */
type Place =
  | { readonly kind: 'start' }
  /** Below this key; in `best` order so many sessions of the hits there were shown already. */
  | { readonly kind: 'messages'; readonly before: number; readonly skipped: number }
  | { readonly kind: 'sessions'; readonly before: number };

/** The cursor of a page is one number: negative among the sessions, else a key and what was skipped, packed. */
const skippedRange = 4_096;

function cursorOf(place: Exclude<Place, { kind: 'start' }>): SearchCursor {
  if (place.kind === 'sessions') return { before: -place.before };
  return { before: place.before * skippedRange + place.skipped };
}

function placeOf(cursor: SearchCursor | null): Place {
  if (cursor === null) return { kind: 'start' };
  if (cursor.before < 0) return { kind: 'sessions', before: -cursor.before };
  const skipped = cursor.before % skippedRange;
  return { kind: 'messages', before: (cursor.before - skipped) / skippedRange, skipped };
}
