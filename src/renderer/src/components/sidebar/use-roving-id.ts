import type { SessionId } from '#shared/domain.ts';
import { useChatStore } from '../../stores/chat-store.ts';
import { findSession, visibleSessions } from '../../stores/session-groups.ts';
import { useSessionsStore } from '../../stores/sessions-store.ts';

/** The one session Tab stops at: the open one when it is listed, else the first. */
export function useRovingId(): SessionId | undefined {
  const openSessionId = useChatStore((store) => store.openSessionId);
  return useSessionsStore(({ projects, groups }) =>
    openSessionId !== null && findSession(groups, openSessionId) !== undefined
      ? openSessionId
      : visibleSessions(projects, groups)[0]?.id,
  );
}
