import { create } from 'zustand';
import {
  type Project,
  type ProjectId,
  type Session,
  type SessionId,
  type SessionSummary,
  summaryOf,
} from '#shared/domain.ts';
import { toErrorReport } from '#shared/errors.ts';
import { api } from '../api.ts';
import {
  appendPage,
  cursorOf,
  emptyGroup,
  type GroupKey,
  groupKeyOf,
  placeSession,
  removeSession,
  type SessionGroups,
} from './session-groups.ts';

const pageSize = 50;
const largestPage = 500;

interface SessionsStore {
  readonly projects: readonly Project[];
  readonly groups: SessionGroups;
  /** False until the lists have been read for the first time. */
  readonly isLoaded: boolean;

  /** Reads projects and lists (again), as far as they had been read. */
  load(): Promise<void>;
  loadMore(key: GroupKey): Promise<void>;
  create(projectId: ProjectId | null, model: string | null): Promise<Session>;
  rename(sessionId: SessionId, title: string): Promise<void>;
  trash(sessionId: SessionId): Promise<void>;
  restore(sessionId: SessionId): Promise<Session>;
  createProject(name: string): Promise<Project>;
  renameProject(projectId: ProjectId, name: string): Promise<void>;
  trashProject(projectId: ProjectId): Promise<void>;
  restoreProject(projectId: ProjectId): Promise<void>;
  changed(session: SessionSummary): void;
  removed(sessionId: SessionId): void;
}

/** The lists of the sidebar. */
export const useSessionsStore = create<SessionsStore>()((set, get) => ({
  projects: [],
  groups: { inbox: emptyGroup },
  isLoaded: false,

  async load() {
    const projects = await api.request('projects:list');
    set(({ groups }) => ({ projects, groups: groupsFor(projects, groups) }));
    await Promise.all(Object.keys(get().groups).map((key) => reload(key)));
    set({ isLoaded: true });
  },

  async loadMore(key) {
    const group = get().groups[key];
    if (group === undefined || !group.hasMore || group.state === 'loading') return;
    setGroup(key, { ...group, state: 'loading' });
    try {
      const after = cursorOf(group);
      const page = await api.request('sessions:list', {
        projectId: projectIdOf(key),
        after,
        limit: pageSize,
      });
      set(({ groups }) => ({ groups: { ...groups, [key]: appendPage(groups[key] ?? group, page) } }));
    } catch (thrown) {
      setGroup(key, { ...(get().groups[key] ?? group), state: toErrorReport(thrown) });
    }
  },

  async create(projectId, model) {
    const session = await api.request('sessions:create', { projectId, model });
    get().changed(summaryOf(session));
    return session;
  },

  async rename(sessionId, title) {
    const session = await api.request('sessions:update', { sessionId, changes: { title } });
    get().changed(summaryOf(session));
  },

  async trash(sessionId) {
    await api.request('sessions:trash', { sessionId });
    get().removed(sessionId);
  },

  async restore(sessionId) {
    const session = await api.request('sessions:restore', { sessionId });
    get().changed(summaryOf(session));
    return session;
  },

  async createProject(name) {
    const project = await api.request('projects:create', { name });
    await get().load();
    return project;
  },

  async renameProject(projectId, name) {
    const renamed = await api.request('projects:rename', { projectId, name });
    set(({ projects }) => ({
      projects: projects.map((project) => (project.id === projectId ? renamed : project)),
    }));
  },

  async trashProject(projectId) {
    await api.request('projects:trash', { projectId });
    await get().load();
  },

  async restoreProject(projectId) {
    await api.request('projects:restore', { projectId });
    await get().load();
  },

  changed: (session) => set(({ groups }) => ({ groups: placeSession(groups, session) })),

  removed: (sessionId) => set(({ groups }) => ({ groups: removeSession(groups, sessionId) })),
}));

function setGroup(key: GroupKey, group: SessionGroups[string]): void {
  useSessionsStore.setState(({ groups }) => ({ groups: { ...groups, [key]: group } }));
}

/** Reads the beginning of a list again, as long as it was. */
async function reload(key: GroupKey): Promise<void> {
  const present = useSessionsStore.getState().groups[key] ?? emptyGroup;
  const limit = Math.min(Math.max(pageSize, present.sessions.length), largestPage);
  try {
    const page = await api.request('sessions:list', { projectId: projectIdOf(key), after: null, limit });
    setGroup(key, { sessions: page.sessions, hasMore: page.hasMore, state: 'ready' });
  } catch (thrown) {
    setGroup(key, { ...present, state: toErrorReport(thrown) });
  }
}

function groupsFor(projects: readonly Project[], groups: SessionGroups): SessionGroups {
  const keys = [...projects.map(({ id }) => groupKeyOf(id)), groupKeyOf(null)];
  return Object.fromEntries(keys.map((key) => [key, groups[key] ?? emptyGroup]));
}

function projectIdOf(key: GroupKey): ProjectId | null {
  return key === groupKeyOf(null) ? null : key;
}
