import { create } from 'zustand';
import type { ProjectChanges } from '#shared/contract/projects.ts';
import type { SessionChanges, SessionSort } from '#shared/contract/sessions.ts';
import {
  type Project,
  type ProjectId,
  type Session,
  type SessionId,
  type SessionSummary,
  summaryOf,
} from '#shared/domain.ts';
import { toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';
import { createMeanwhile } from './meanwhile.ts';
import {
  appendPage,
  emptyGroup,
  type GroupKey,
  groupKeys,
  type ListView,
  placeOfGroup,
  placeSessions,
  removeSessions,
  type SessionGroup,
  type SessionGroups,
} from './session-groups.ts';
import { cursorAfter } from './session-order.ts';

/** Sessions read at once. */
export const pageSize = 100;

type Lists = Pick<SessionsStore, 'groups' | 'view'>;

interface SessionsStore {
  readonly projects: readonly Project[];
  readonly groups: SessionGroups;
  readonly view: ListView;
  /** False until the lists have been read for the first time. */
  readonly isLoaded: boolean;

  /** Reads projects and the beginning of every list (again). */
  load(): Promise<void>;
  /** Reads the projects again; lists that came or went with them, and those their sessions may have gone to. */
  loadProjects(): Promise<void>;
  loadMore(key: GroupKey): Promise<void>;
  /** Reads on where reading failed. */
  retry(key: GroupKey): Promise<void>;
  setSort(sort: SessionSort): Promise<void>;
  showArchived(isArchived: boolean): Promise<void>;
  create(projectId: ProjectId | null, model: string | null): Promise<Session>;
  rename(sessionId: SessionId, title: string): Promise<void>;
  /** Gives the session as it is then. */
  update(sessionId: SessionId, changes: SessionChanges): Promise<Session>;
  createProject(name: string): Promise<Project>;
  updateProject(projectId: ProjectId, changes: ProjectChanges): Promise<void>;
  changed(sessions: readonly SessionSummary[]): void;
  removed(sessionIds: readonly SessionId[]): void;
}

/** Grows with each fresh reading of all lists: a page asked for before it belongs to lists that are gone. */
let reading = 0;

const meanwhile = createMeanwhile<Lists>();

/** The lists of the sidebar. */
export const useSessionsStore = create<SessionsStore>()((set, get) => ({
  projects: [],
  groups: { pinned: emptyGroup, inbox: emptyGroup },
  view: { sort: 'activity', isArchived: false },
  isLoaded: false,

  async load() {
    const projects = await api.request('projects:list');
    set({ projects });
    await readLists();
    set({ isLoaded: true });
  },

  async loadProjects() {
    const projects = await api.request('projects:list');
    const before = new Set(get().projects.map(({ id }) => id));
    const isSame = projects.length === before.size && projects.every(({ id }) => before.has(id));
    set({ projects });
    // What became of the sessions of a project that came or went is only known by reading.
    if (!isSame) await readLists();
  },

  async loadMore(key) {
    const group = get().groups[key];
    if (group === undefined || !group.hasMore || group.state === 'loading') return;
    await readPage(key);
  },

  retry: (key) => readPage(key),

  async setSort(sort) {
    if (sort === get().view.sort) return;
    set(({ view }) => ({ view: { ...view, sort } }));
    if (get().isLoaded) await readLists();
  },

  async showArchived(isArchived) {
    if (isArchived === get().view.isArchived) return;
    set(({ view }) => ({ view: { ...view, isArchived }, groups: {} }));
    await readLists();
  },

  async create(projectId, model) {
    const session = await api.request('sessions:create', { projectId, model });
    get().changed([summaryOf(session)]);
    return session;
  },

  async rename(sessionId, title) {
    await get().update(sessionId, { title });
  },

  async update(sessionId, changes) {
    const session = await api.request('sessions:update', { sessionId, changes });
    get().changed([summaryOf(session)]);
    return session;
  },

  async createProject(name) {
    const project = await api.request('projects:create', { name });
    await get().loadProjects();
    return project;
  },

  async updateProject(projectId, changes) {
    const updated = await api.request('projects:update', { projectId, changes });
    set(({ projects }) => ({
      projects: projects.map((project) => (project.id === projectId ? updated : project)),
    }));
  },

  changed: (sessions) =>
    apply(({ groups, view }) => ({ view, groups: placeSessions(groups, sessions, view) })),

  removed: (sessionIds) => {
    const gone = new Set(sessionIds);
    apply(({ groups, view }) => ({ view, groups: removeSessions(groups, gone) }));
  },
}));

function apply(change: (lists: Lists) => Lists): void {
  meanwhile.noted(change);
  useSessionsStore.setState(change);
  refillEmptied();
}

function setGroup(key: GroupKey, group: SessionGroup): void {
  useSessionsStore.setState(({ groups }) => ({ groups: { ...groups, [key]: group } }));
}

/** Reads the first page of every list; what is shown stays until its page is here. */
async function readLists(): Promise<void> {
  reading += 1;
  const { projects, view } = useSessionsStore.getState();
  const keys = groupKeys(projects, view);
  useSessionsStore.setState(({ groups }) => ({
    groups: Object.fromEntries(keys.map((key) => [key, groups[key] ?? emptyGroup])),
  }));
  await Promise.all(keys.map((key) => readPage(key, true)));
}

async function readPage(key: GroupKey, isFirst = false): Promise<void> {
  const ofReading = reading;
  const { groups, view } = useSessionsStore.getState();
  const group = groups[key] ?? emptyGroup;
  const last = isFirst ? undefined : group.sessions.at(-1);
  setGroup(key, { ...group, state: 'loading' });
  const present = () => useSessionsStore.getState().groups[key];
  const underWay = meanwhile.begin();
  try {
    const page = await api.request('sessions:list', {
      place: placeOfGroup(key),
      isArchived: view.isArchived,
      sort: view.sort,
      after: last === undefined ? null : cursorAfter(last, view.sort),
      limit: pageSize,
    });
    const before = present();
    if (ofReading !== reading || before === undefined) return;
    const read: SessionGroup = isFirst ? { ...page, state: 'ready' } : appendPage(before, page);
    useSessionsStore.setState(({ groups, view }) =>
      underWay.caughtUp({ view, groups: { ...groups, [key]: read } }),
    );
    refillEmptied();
  } catch (thrown) {
    const before = present();
    if (ofReading === reading && before !== undefined) {
      setGroup(key, { ...before, hasMore: true, state: toErrorReport(thrown) });
    }
  } finally {
    underWay.end();
  }
}

/** A list that lost everything loaded, but goes on, begins anew. */
function refillEmptied(): void {
  for (const [key, group] of Object.entries(useSessionsStore.getState().groups)) {
    if (group.sessions.length === 0 && group.hasMore && group.state === 'ready') void readPage(key, true);
  }
}
