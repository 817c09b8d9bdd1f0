import type { ProjectId, SessionId, SessionSummary } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { focusOn } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { useEditsStore } from '../stores/chat/edits-store.ts';
import { useQueueStore } from '../stores/chat/queue-store.ts';
import { useSelectionStore } from '../stores/library/selection-store.ts';
import { findSession } from '../stores/library/session-groups.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { remember } from '../stores/window/remembered.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { type ExportWish, exportFile } from './export-file.ts';
import { loadDraft } from './load-draft.ts';
import { layoutNow, sessionsInOrder } from './sidebar-order.ts';

export function titleOf(session: Pick<SessionSummary, 'title' | 'preview'>): string {
  const firstLine = session.preview.trimStart().split('\n', 1)[0] ?? '';
  return session.title || firstLine || text.sidebar.untitled;
}

/** What this window knows of a session. */
export function knownSession(sessionId: SessionId): SessionSummary | undefined {
  return (
    findSession(useSessionsStore.getState().groups, sessionId) ??
    useChatStore.getState().conversations[sessionId]?.session
  );
}

/** Grows with every wish to see a session. */
let wishes = 0;

/**
 * A wish to see a session that main has yet to make. The function tells whether it is still the last one: a session
 * that was asked for meanwhile is not taken away by one that comes late.
 */
export function wishForSession(): () => boolean {
  wishes += 1;
  const wish = wishes;
  return () => wish === wishes;
}

/** Shows a session. True when it could be opened. What was selected is let go: commands mean the session shown. */
export async function openSession(sessionId: SessionId): Promise<boolean> {
  wishForSession();
  useSelectionStore.getState().clear(sessionId);
  useViewStore.getState().show('conversation');
  return loadSession(sessionId);
}

/** Makes a session and shows it, unless another one is asked for meanwhile. */
export async function newSession(projectId: ProjectId | null): Promise<SessionId> {
  const isWished = wishForSession();
  if (useSessionsStore.getState().view.isArchived) await useSessionsStore.getState().showArchived(false);
  const session = await useSessionsStore.getState().create(projectId, null);
  if (isWished()) {
    await openSession(session.id);
    focusOn('composer');
  }
  return session.id;
}

/** Opens the session `steps` further down the sidebar, round its ends. */
export async function openNeighbour(steps: number): Promise<void> {
  const sessions = sessionsInOrder(layoutNow());
  const { openSessionId } = useChatStore.getState();
  const index = sessions.findIndex(({ id }) => id === openSessionId);
  const target = sessions.at(index < 0 ? 0 : (index + steps + sessions.length) % sessions.length);
  if (target !== undefined) await openSession(target.id);
}

/** Sessions are gone: shows another one if the one shown is among them. */
export async function leaveSessions(sessionIds: readonly SessionId[]): Promise<void> {
  const { openSessionId } = useChatStore.getState();
  const wasOpen = openSessionId !== null && sessionIds.includes(openSessionId);
  const successor = wasOpen ? successorOf(openSessionId, new Set(sessionIds)) : undefined;
  useSessionsStore.getState().removed(sessionIds);
  useSelectionStore.getState().removed(sessionIds);
  for (const sessionId of sessionIds) useChatStore.getState().forget(sessionId);
  if (successor !== undefined) await loadSession(successor);
}

export async function renameSession(sessionId: SessionId, title: string): Promise<void> {
  await useSessionsStore.getState().rename(sessionId, title.trim());
}

export async function exportSession(wish: ExportWish): Promise<void> {
  const exported = await exportFile(wish);
  if (exported !== null) useNoticesStore.getState().show({ kind: 'exported', ...exported });
}

async function loadSession(sessionId: SessionId): Promise<boolean> {
  useDraftsStore.getState().flush();
  useViewStore.getState().closeOverlay();
  useViewStore.getState().setModelPickerOpen(false);
  const opened = await useChatStore.getState().open(sessionId);
  if (opened === null) return false;
  loadDraft(sessionId, opened.draft);
  useQueueStore.getState().loaded(sessionId, opened.queue);
  useEditsStore.getState().loaded(sessionId, opened.edits);
  remember('open-session', sessionId);
  return true;
}

/** The next session that stays, else the one before. */
function successorOf(sessionId: SessionId, gone: ReadonlySet<SessionId>): SessionId | undefined {
  const sessions = sessionsInOrder(layoutNow());
  const index = sessions.findIndex(({ id }) => id === sessionId);
  const stays = ({ id }: SessionSummary) => !gone.has(id);
  return (sessions.slice(index + 1).find(stays) ?? sessions.slice(0, Math.max(0, index)).findLast(stays))?.id;
}
