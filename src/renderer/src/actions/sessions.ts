import type { ExportFormat } from '#shared/contract/app.ts';
import type { ProjectId, SessionId, SessionSummary } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { focusOn, isInTextField } from '../focus.ts';
import { useChatStore } from '../stores/chat-store.ts';
import { useDraftsStore } from '../stores/drafts-store.ts';
import { lastUndoable, type Notice, useNoticesStore } from '../stores/notices-store.ts';
import { remember } from '../stores/remembered.ts';
import { findSession, visibleSessions } from '../stores/session-groups.ts';
import { useSessionsStore } from '../stores/sessions-store.ts';
import { isSidebarShown, useViewStore } from '../stores/view-store.ts';
import { exportFile } from './export-file.ts';

/** The sessions as the sidebar orders them. */
export function sessionsInOrder(): readonly SessionSummary[] {
  const { projects, groups } = useSessionsStore.getState();
  return visibleSessions(projects, groups);
}

export function titleOf(session: Pick<SessionSummary, 'title' | 'preview'>): string {
  const firstLine = session.preview.trimStart().split('\n', 1)[0] ?? '';
  return session.title || firstLine || text.sidebar.untitled;
}

/** True when the session could be opened. */
export async function openSession(sessionId: SessionId): Promise<boolean> {
  useDraftsStore.getState().flush();
  useViewStore.getState().closeOverlay();
  useViewStore.getState().setModelPickerOpen(false);
  const opened = await useChatStore.getState().open(sessionId);
  if (opened === null) return false;
  useDraftsStore.getState().loaded(sessionId, opened.draft);
  remember('open-session', sessionId);
  return true;
}

export async function newSession(projectId: ProjectId | null): Promise<void> {
  const session = await useSessionsStore.getState().create(projectId, null);
  await openSession(session.id);
  focusOn('composer');
}

/** Opens the session `steps` further down the sidebar, round its ends. */
export async function openNeighbour(steps: number): Promise<void> {
  const sessions = sessionsInOrder();
  const { openSessionId } = useChatStore.getState();
  const index = sessions.findIndex(({ id }) => id === openSessionId);
  const target = sessions.at(index < 0 ? 0 : (index + steps + sessions.length) % sessions.length);
  if (target !== undefined) await openSession(target.id);
}

/** To the trash, with a notice that brings it back. */
export async function deleteSession(sessionId: SessionId): Promise<void> {
  const session =
    findSession(useSessionsStore.getState().groups, sessionId) ??
    useChatStore.getState().conversations[sessionId]?.session;
  const successor = successorOf(sessionId);
  const wasTyping = isInTextField(document.activeElement);
  await useSessionsStore.getState().trash(sessionId);
  const title = session === undefined ? text.sidebar.untitled : titleOf(session);
  useNoticesStore.getState().show({ kind: 'session-deleted', sessionId, title });
  await leaveSession(sessionId, successor);
  // In a text field Ctrl+Z would undo typing instead of the deletion.
  if (wasTyping) focusOn(isSidebarShown(useViewStore.getState()) ? 'sidebar' : 'transcript');
}

/** A session is gone: shows another one if it was the one shown. */
export async function leaveSession(sessionId: SessionId, successor = successorOf(sessionId)): Promise<void> {
  const wasOpen = useChatStore.getState().openSessionId === sessionId;
  useSessionsStore.getState().removed(sessionId);
  useChatStore.getState().forget(sessionId);
  if (wasOpen && successor !== undefined) await openSession(successor);
}

export async function restoreDeleted(notice: Notice): Promise<void> {
  const { content } = notice;
  useNoticesStore.getState().dismiss(notice.id);
  if (content.kind === 'session-deleted') {
    const session = await useSessionsStore.getState().restore(content.sessionId);
    await openSession(session.id);
  }
  if (content.kind === 'project-deleted') {
    await useSessionsStore.getState().restoreProject(content.projectId);
  }
}

export async function undoLastDelete(): Promise<void> {
  const notice = lastUndoable(useNoticesStore.getState().notices);
  if (notice !== undefined) await restoreDeleted(notice);
}

export async function renameSession(sessionId: SessionId, title: string): Promise<void> {
  await useSessionsStore.getState().rename(sessionId, title.trim());
}

export async function deleteProject(projectId: ProjectId, name: string): Promise<void> {
  await useSessionsStore.getState().trashProject(projectId);
  useNoticesStore.getState().show({ kind: 'project-deleted', projectId, name });
}

export async function exportSession(sessionId: SessionId, format: ExportFormat): Promise<void> {
  const path = await exportFile(sessionId, format);
  if (path !== null) useNoticesStore.getState().show({ kind: 'exported', path });
}

function successorOf(sessionId: SessionId): SessionId | undefined {
  const sessions = sessionsInOrder();
  const index = sessions.findIndex(({ id }) => id === sessionId);
  return (sessions[index + 1] ?? sessions[index - 1])?.id;
}
