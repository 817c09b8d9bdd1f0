import type { SessionPage, SessionPlace, SessionSort } from '#shared/contract/sessions.ts';
import type { Project, ProjectId, SessionId, SessionSummary } from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';
import { compareSessions, placeOf } from './session-order.ts';

/** The loaded beginning of one list of the sidebar. */
export interface SessionGroup {
  readonly sessions: readonly SessionSummary[];
  readonly hasMore: boolean;
  readonly state: 'ready' | 'loading' | ErrorReport;
}

export type GroupKey = ProjectId | 'inbox' | 'pinned';
export type SessionGroups = Readonly<Record<GroupKey, SessionGroup>>;

/** What the lists show and in which order. */
export interface ListView {
  readonly sort: SessionSort;
  /** The archived sessions instead of the others. */
  readonly isArchived: boolean;
}

export const emptyGroup: SessionGroup = { sessions: [], hasMore: false, state: 'loading' };

export function groupKeyOf(projectId: ProjectId | null): GroupKey {
  return projectId ?? 'inbox';
}

export function placeOfGroup(key: GroupKey): SessionPlace {
  if (key === 'pinned') return { kind: 'pinned' };
  return { kind: 'project', projectId: key === 'inbox' ? null : key };
}

/** The keys of the lists in the order the sidebar shows them. */
export function groupKeys(projects: readonly Project[], { isArchived }: ListView): readonly GroupKey[] {
  const keys: GroupKey[] = isArchived ? [] : ['pinned'];
  keys.push(...projects.filter((project) => !project.isArchived).map(({ id }) => id), 'inbox');
  keys.push(...projects.filter((project) => project.isArchived).map(({ id }) => id));
  return keys;
}

/** Adds a page at the end. Sessions that moved up meanwhile are not listed twice. */
export function appendPage(group: SessionGroup, page: SessionPage): SessionGroup {
  const coming = new Set(page.sessions.map(({ id }) => id));
  for (const { id } of group.sessions) coming.delete(id);
  const added = page.sessions.filter(({ id }) => coming.has(id));
  return { sessions: [...group.sessions, ...added], hasMore: page.hasMore, state: 'ready' };
}

/** Puts sessions, new or changed, where they belong. */
export function placeSessions(
  groups: SessionGroups,
  sessions: readonly SessionSummary[],
  view: ListView,
): SessionGroups {
  const others = removeSessions(groups, new Set(sessions.map(({ id }) => id)));
  const keys = new Set(sessions.map((session) => keyOf(session, view)));
  const changed = [...keys].flatMap((key) => {
    const group = key === null ? undefined : others[key];
    if (key === null || group === undefined) return [];
    const coming = sessions.filter((session) => keyOf(session, view) === key);
    return [[key, insert(group, coming, view.sort)] as const];
  });
  return changed.length === 0 ? others : { ...others, ...Object.fromEntries(changed) };
}

export function removeSessions(groups: SessionGroups, ids: ReadonlySet<SessionId>): SessionGroups {
  const changed = Object.entries(groups)
    .filter(([, group]) => group.sessions.some(({ id }) => ids.has(id)))
    .map(([key, group]) => [key, { ...group, sessions: group.sessions.filter(({ id }) => !ids.has(id)) }]);
  return changed.length === 0 ? groups : { ...groups, ...Object.fromEntries(changed) };
}

export function findSession(groups: SessionGroups, sessionId: SessionId): SessionSummary | undefined {
  for (const { sessions } of Object.values(groups)) {
    const found = sessions.find(({ id }) => id === sessionId);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The list a session stands in; null when it is not shown now. */
function keyOf(session: SessionSummary, { isArchived }: ListView): GroupKey | null {
  if (session.isArchived !== isArchived) return null;
  return session.isPinned && !isArchived ? 'pinned' : groupKeyOf(session.projectId);
}

function insert(group: SessionGroup, added: readonly SessionSummary[], sort: SessionSort): SessionGroup {
  const last = group.sessions.at(-1);
  // Behind the last one loaded it is not known to be the next: its page will bring it.
  const isKnown = (session: SessionSummary) =>
    !group.hasMore || (last !== undefined && compareSessions(session, last, sort) < 0);
  const inReach = added.filter(isKnown);
  if (inReach.length === 0) return group;
  const [only] = inReach;
  const sessions =
    inReach.length === 1 && only !== undefined
      ? group.sessions.toSpliced(placeOf(group.sessions, only, sort), 0, only)
      : [...group.sessions, ...inReach].sort((one, other) => compareSessions(one, other, sort));
  return { ...group, sessions };
}
