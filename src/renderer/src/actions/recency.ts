import type { SessionId } from '#shared/domain.ts';
import { focusOn } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { candidates } from '../stores/finding/recency.ts';
import { type RecentSession, useRecencyStore } from '../stores/finding/recency-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { attempt } from './attempt.ts';
import { knownSession, openSession } from './sessions.ts';

/** Notes every session that is shown. Returns the function that ends that. */
export function watchRecency(): () => void {
  const note = () => {
    const { openSessionId, conversations } = useChatStore.getState();
    if (openSessionId !== null && conversations[openSessionId] !== undefined) {
      useRecencyStore.getState().used(openSessionId);
    }
  };
  note();
  attempt(useRecencyStore.getState().loadRemembered);
  return useChatStore.subscribe(note);
}

/** The sessions a held Ctrl walks through, the one shown first. */
export function recentSessions(): readonly RecentSession[] {
  const { recency, remembered } = useRecencyStore.getState();
  const known = (id: SessionId) => knownSession(id) ?? remembered.get(id);
  const loaded = Object.values(useSessionsStore.getState().groups).flatMap(({ sessions }) =>
    sessions.slice(0, 20),
  );
  const others = loaded
    .filter(({ isArchived }) => !isArchived)
    .toSorted((one, other) => other.updatedAt - one.updatedAt);
  return candidates(recency, known, others);
}

export function canSwitch(): boolean {
  return recentSessions().length > 1;
}

/** To the session before (1), as a quick Ctrl+Tab does, or the other way round (-1). */
export function switchBy(steps: number): void {
  useRecencyStore.getState().walkBy(steps, recentSessions);
  endSwitching();
}

/** Opens where the walk ended. */
export function endSwitching(): void {
  const session = useRecencyStore.getState().endWalk();
  if (session === undefined) return;
  attempt(() => openSession(session.id));
  focusOn('composer');
}
