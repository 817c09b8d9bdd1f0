import type { Project, SessionSummary } from '#shared/domain.ts';
import type { SessionGroup } from '../session-groups.ts';

/** A session for tests of the lists: only what the test is about differs. */
export function aSession(id: string, differing: Partial<SessionSummary> = {}): SessionSummary {
  return {
    id,
    projectId: null,
    title: id,
    preview: '',
    model: null,
    messageCount: 0,
    tagIds: [],
    isPinned: false,
    isArchived: false,
    isUnread: false,
    createdAt: 0,
    updatedAt: 0,
    ...differing,
  };
}

export function aProject(id: string, differing: Partial<Project> = {}): Project {
  return {
    id,
    name: id,
    description: '',
    colour: 0,
    defaults: { model: null, systemPrompt: null, parameters: {} },
    isArchived: false,
    sessionCount: 0,
    ...differing,
  };
}

export function aGroup(sessions: readonly SessionSummary[], hasMore = false): SessionGroup {
  return { sessions, hasMore, state: 'ready' };
}
