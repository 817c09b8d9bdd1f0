import type { Connection } from '../statements.ts';
import { type Hit, lookThrough } from './hits.ts';
import type { SearchPlan } from './plan.ts';

/** Hits of one session on one page. */
export interface HitGroup {
  readonly sessionKey: number;
  /** The first few. */
  readonly shown: Hit[];
  count: number;
}

export interface MessageHitPage {
  readonly groups: readonly HitGroup[];
  /** Look on below this key; null when everything was looked at. */
  readonly next: number | null;
  /** Of the query in all, when it was asked for. */
  readonly total: { readonly count: number; readonly isCapped: boolean } | null;
}

const shownPerSession = 3;

export interface PageLimits {
  readonly sessions: number;
  /** Rows looked at, shown or not: a page that takes longer ends early. */
  readonly lookedAt: number;
  readonly counted: number;
}

export const emptyPage: MessageHitPage = { groups: [], next: null, total: null };

/** Newest first: the sessions of the newest hits, until there are enough of them. */
export function newestHits(
  connection: Connection,
  plan: SearchPlan,
  input: { readonly before: number; readonly isFirst: boolean },
  limits: PageLimits,
): MessageHitPage {
  if (plan.messages === null) return emptyPage;
  const groups = new Map<number, HitGroup>();
  let next: number | null = null;
  let count = 0;
  let lookedAt = 0;
  let isCapped = false;
  for (const { key, hit } of lookThrough(connection, plan, plan.messages, { ...input, isWeighed: false })) {
    lookedAt += 1;
    if (hit !== null) {
      count += 1;
      if (next === null && groups.size === limits.sessions && !groups.has(hit.sessionKey)) next = key + 1;
      if (next === null) addTo(groups, hit);
    }
    const isCounted = !input.isFirst || count >= limits.counted;
    if (next !== null && isCounted) {
      isCapped = true;
      break;
    }
    if (lookedAt >= limits.lookedAt) {
      next ??= key;
      isCapped = true;
      break;
    }
  }
  const total = { count: Math.min(count, limits.counted), isCapped };
  return { groups: [...groups.values()], next, total: input.isFirst ? total : null };
}

function addTo(groups: Map<number, HitGroup>, hit: Hit): void {
  let group = groups.get(hit.sessionKey);
  if (group === undefined) {
    group = { sessionKey: hit.sessionKey, shown: [], count: 0 };
    groups.set(hit.sessionKey, group);
  }
  group.count += 1;
  if (group.shown.length < shownPerSession) group.shown.push(hit);
}

/** Candidates among which the best are found. */
const weighedAtOnce = 2_000;

/**
 * The best of the newest hits below `before`, then the best of those before them: weighing all hits of a common word
 * would take hundreds of times as long. `skipped` sessions of these hits were on earlier pages.
 */
export function bestHits(
  connection: Connection,
  plan: SearchPlan,
  input: { readonly before: number; readonly skipped: number },
  limits: PageLimits,
): MessageHitPage & { readonly nextSkipped: number } {
  if (plan.messages === null) return { ...emptyPage, nextSkipped: 0 };
  const hits: Hit[] = [];
  let lookedAt = 0;
  let end: number | null = null;
  for (const { key, hit } of lookThrough(connection, plan, plan.messages, { ...input, isWeighed: true })) {
    lookedAt += 1;
    if (hit !== null) hits.push(hit);
    if (hits.length >= weighedAtOnce || lookedAt >= limits.lookedAt) {
      end = key;
      break;
    }
  }
  hits.sort((left, right) => left.rank - right.rank || right.key - left.key);
  const groups = new Map<number, HitGroup>();
  for (const hit of hits) addTo(groups, hit);
  const isMore = groups.size > input.skipped + limits.sessions;
  return {
    groups: [...groups.values()].slice(input.skipped, input.skipped + limits.sessions),
    next: isMore ? input.before : end,
    nextSkipped: isMore ? input.skipped + limits.sessions : 0,
    total: {
      count: Math.min(hits.length, limits.counted),
      isCapped: end !== null || hits.length > limits.counted,
    },
  };
}
