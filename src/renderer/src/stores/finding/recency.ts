import type { SessionId } from '#shared/domain.ts';

/** Sessions by when they were last looked at, the newest first. */
export type Recency = readonly SessionId[];

const mostKept = 50;
/** Lines of the panel: what fits a small window. */
export const mostOffered = 12;

export function used(recency: Recency, sessionId: SessionId): Recency {
  return recency[0] === sessionId
    ? recency
    : [sessionId, ...recency.filter((id) => id !== sessionId)].slice(0, mostKept);
}

export function gone(recency: Recency, sessionIds: readonly SessionId[]): Recency {
  return recency.some((id) => sessionIds.includes(id))
    ? recency.filter((id) => !sessionIds.includes(id))
    : recency;
}

/** Reads what was remembered; whatever is no list of ids counts as nothing. */
export function parseRecency(json: string | null): Recency {
  try {
    const value: unknown = JSON.parse(json ?? '[]');
    if (!Array.isArray(value)) return [];
    return value
      .filter((id): id is string => typeof id === 'string' && /^[0-9a-f]{10}$/.test(id))
      .slice(0, mostKept);
  } catch {
    return [];
  }
}

/** The line `steps` further, round the ends. */
export function stepped(index: number, steps: number, count: number): number {
  return count === 0 ? 0 : (((index + steps) % count) + count) % count;
}

/**
 * What a held Ctrl walks through: the session shown, those used before it, then others so that a new window has some
 * too. Each is there once, and only when it is known.
 */
export function candidates<Session extends { readonly id: SessionId }>(
  recency: Recency,
  knownOf: (id: SessionId) => Session | undefined,
  others: readonly Session[],
): readonly Session[] {
  const known = recency.flatMap((id) => knownOf(id) ?? []);
  const listed = new Set(known.map(({ id }) => id));
  return [...known, ...others.filter(({ id }) => !listed.has(id))].slice(0, mostOffered);
}
