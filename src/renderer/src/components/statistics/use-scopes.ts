import { useMemo } from 'react';
import type { StatisticsScope } from '#shared/contract/statistics.ts';
import type { ProjectId, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { titleOf } from '../../actions/sessions.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import type { ScopeKind } from '../../stores/library/statistics-store.ts';

export interface ScopeChoice {
  readonly kind: ScopeKind;
  readonly scope: StatisticsScope;
  /** In the switch. */
  readonly label: string;
  /** Under a saved picture, where there is nothing around it. */
  readonly name: string;
}

/** What can be counted: everything, and the open session with its project when there is one. */
export function useScopes(): readonly ScopeChoice[] {
  const session = useChatStore(({ openSessionId, conversations }) =>
    openSessionId === null ? undefined : conversations[openSessionId]?.session,
  );
  const projectName = useSessionsStore(
    ({ projects }) => projects.find(({ id }) => id === session?.projectId)?.name,
  );
  const sessionId = session?.id;
  const projectId = session?.projectId;
  const title = session && titleOf(session);
  return useMemo(
    () => scopesOf(sessionId, projectId ?? null, title ?? '', projectName),
    [sessionId, projectId, title, projectName],
  );
}

function scopesOf(
  sessionId: SessionId | undefined,
  projectId: ProjectId | null,
  title: string,
  projectName: string | undefined,
): readonly ScopeChoice[] {
  const { scopes, sessionNamed } = text.statistics;
  const all: ScopeChoice = { kind: 'all', scope: { kind: 'all' }, label: scopes.all, name: scopes.all };
  if (sessionId === undefined) return [all];
  const place = projectName === undefined ? scopes.inbox : scopes.project(projectName);
  return [
    {
      kind: 'session',
      scope: { kind: 'session', sessionId },
      label: scopes.session,
      name: sessionNamed(title),
    },
    { kind: 'project', scope: { kind: 'project', projectId }, label: place, name: place },
    all,
  ];
}
