import type { SessionCursor, SessionPage } from '#shared/contract/library.ts';
import type { Project, ProjectId, SessionId, SessionSummary } from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';

/** The loaded beginning of one list of the sidebar, newest activity first. */
export interface SessionGroup {
  readonly sessions: readonly SessionSummary[];
  readonly hasMore: boolean;
  readonly state: 'ready' | 'loading' | ErrorReport;
}

export type GroupKey = ProjectId | 'inbox';
export type SessionGroups = Readonly<Record<GroupKey, SessionGroup>>;

export const emptyGroup: SessionGroup = { sessions: [], hasMore: false, state: 'loading' };

export function groupKeyOf(projectId: ProjectId | null): GroupKey {
  return projectId ?? 'inbox';
}

/** Where the next page begins; null for the first. */
export function cursorOf(group: SessionGroup): SessionCursor | null {
  const last = group.sessions.at(-1);
  return last === undefined ? null : { updatedAt: last.updatedAt, id: last.id };
}

/** Adds a page at the end. Sessions that moved up meanwhile are not listed twice. */
export function appendPage(group: SessionGroup, page: SessionPage): SessionGroup {
  const known = new Set(group.sessions.map(({ id }) => id));
  const added = page.sessions.filter(({ id }) => !known.has(id));
  return { sessions: [...group.sessions, ...added], hasMore: page.hasMore, state: 'ready' };
}

/** Puts a session, new or changed, where it belongs by project and last activity. */
export function placeSession(groups: SessionGroups, session: SessionSummary): SessionGroups {
  const key = groupKeyOf(session.projectId);
  const others = removeSession(groups, session.id);
  const group = others[key] ?? { ...emptyGroup, state: 'ready' as const };
  const index = group.sessions.findIndex((each) => isBefore(session, each));
  const place = index < 0 ? group.sessions.length : index;
  // Behind the last one loaded it is not known to be the next: its page will bring it.
  if (index < 0 && group.hasMore) return others;
  return { ...others, [key]: { ...group, sessions: group.sessions.toSpliced(place, 0, session) } };
}

export function removeSession(groups: SessionGroups, sessionId: SessionId): SessionGroups {
  const found = Object.entries(groups).find(([, group]) => group.sessions.some(({ id }) => id === sessionId));
  if (found === undefined) return groups;
  const [key, group] = found;
  return { ...groups, [key]: { ...group, sessions: group.sessions.filter(({ id }) => id !== sessionId) } };
}

/** The loaded sessions in the order the sidebar shows them. */
export function visibleSessions(
  projects: readonly Project[],
  groups: SessionGroups,
): readonly SessionSummary[] {
  return [...projects.map(({ id }) => id), 'inbox'].flatMap((key) => groups[key]?.sessions ?? []);
}

export function findSession(groups: SessionGroups, sessionId: SessionId): SessionSummary | undefined {
  return Object.values(groups)
    .flatMap((group) => group.sessions)
    .find(({ id }) => id === sessionId);
}

/** Newest activity first; equal times by id, as the database orders them. */
function isBefore(one: SessionSummary, other: SessionSummary): boolean {
  return one.updatedAt !== other.updatedAt ? one.updatedAt > other.updatedAt : one.id > other.id;
}
