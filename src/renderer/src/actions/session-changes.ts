import type { BulkChange, SessionChanges } from '#shared/contract/sessions.ts';
import type { ProjectId, Session, SessionId, SessionSummary, TagId } from '#shared/domain.ts';
import { api } from '../api.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { inverseOf } from '../stores/library/inverse-changes.ts';
import { useSelectionStore } from '../stores/library/selection-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { sendChange } from './send-change.ts';
import { openSession, titleOf, wishForSession } from './sessions.ts';
import { undoably } from './undo.ts';

/** Changes one or many sessions; what can be missed is offered to be undone. */
export async function changeSessions(
  sessionIds: readonly SessionId[],
  change: BulkChange,
  before: readonly SessionSummary[] = knownOf(sessionIds),
): Promise<void> {
  await undoably(async () => {
    const changed = await sendChange(sessionIds, change);
    if (!isWorthUndoing(change)) return null;
    const inverse = inverseOf(change, before);
    const [first] = changed;
    if (first === undefined || inverse.length === 0) return null;
    const count = inverse.reduce((sum, each) => sum + each.sessionIds.length, 0);
    return { kind: 'sessions-changed', change, inverse, count, title: titleOf(first) };
  });
}

export async function moveSessions(
  sessionIds: readonly SessionId[],
  projectId: ProjectId | null,
): Promise<void> {
  await changeSessions(sessionIds, { kind: 'move', projectId });
  useSelectionStore.getState().clear();
}

/** Pins them all, or takes the pins off when all have one. */
export async function togglePin(sessionIds: readonly SessionId[]): Promise<void> {
  const isPinned = !knownOf(sessionIds).every((session) => session.isPinned);
  await changeSessions(sessionIds, { kind: 'pin', isPinned });
}

export async function toggleArchive(sessionIds: readonly SessionId[]): Promise<void> {
  const isArchived = !knownOf(sessionIds).every((session) => session.isArchived);
  await changeSessions(sessionIds, { kind: 'archive', isArchived });
  useSelectionStore.getState().clear();
}

export async function toggleUnread(sessionIds: readonly SessionId[]): Promise<void> {
  const isUnread = knownOf(sessionIds).every((session) => !session.isUnread);
  await changeSessions(sessionIds, { kind: 'mark', isUnread });
}

export async function setTag(
  sessionIds: readonly SessionId[],
  tagId: TagId,
  isWanted: boolean,
): Promise<void> {
  const ids = [tagId];
  await changeSessions(sessionIds, {
    kind: 'tag',
    add: isWanted ? ids : [],
    remove: isWanted ? [] : ids,
  });
}

/** Changes what is written about one session; gives it as it is then. */
export function changeSession(sessionId: SessionId, changes: SessionChanges): Promise<Session> {
  const { conversations, updateSession } = useChatStore.getState();
  return conversations[sessionId] === undefined
    ? useSessionsStore.getState().update(sessionId, changes)
    : updateSession(sessionId, changes);
}

export async function duplicateSession(sessionId: SessionId): Promise<void> {
  const isWished = wishForSession();
  const copy = await api.request('sessions:duplicate', { sessionId });
  if (isWished()) await openSession(copy.id);
}

/** What this window knows of these sessions: in its lists, or as conversations. */
export function knownOf(sessionIds: readonly SessionId[]): readonly SessionSummary[] {
  const wanted = new Set(sessionIds);
  const { groups } = useSessionsStore.getState();
  const listed = Object.values(groups).flatMap((group) => group.sessions.filter(({ id }) => wanted.has(id)));
  for (const { id } of listed) wanted.delete(id);
  const { conversations } = useChatStore.getState();
  const opened = [...wanted].flatMap((id) => conversations[id]?.session ?? []);
  return [...listed, ...opened];
}

/** A pin or a mark is seen, and taken back where it was given. */
function isWorthUndoing({ kind }: BulkChange): boolean {
  return kind === 'move' || kind === 'archive' || kind === 'tag';
}
