import type { MessageId, Project, SessionId, Tag } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { api } from '../api.ts';
import { focusOn, isInTextField } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { useSelectionStore } from '../stores/library/selection-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { useTagsStore } from '../stores/library/tags-store.ts';
import { isSidebarShown, useViewStore } from '../stores/window/view-store.ts';
import { attempt } from './attempt.ts';
import { sendToTrash } from './send-change.ts';
import { knownSession, leaveSessions, openSession, titleOf, wishForSession } from './sessions.ts';
import { undoably } from './undo.ts';

/** To the trash, as one step that can be undone. */
export async function deleteSessions(sessionIds: readonly SessionId[]): Promise<void> {
  const first = sessionIds.map(knownSession).find((session) => session !== undefined);
  const wasTyping = isInTextField(document.activeElement);
  await undoably(async () => {
    const trashed = await sendToTrash(sessionIds);
    await leaveSessions(sessionIds);
    if (trashed.length === 0) return null;
    const title = first === undefined ? text.sidebar.untitled : titleOf(first);
    return { kind: 'sessions-deleted', sessionIds: trashed, title };
  });
  // In a text field Ctrl+Z would undo typing instead of the deletion.
  if (wasTyping) focusOn(isSidebarShown(useViewStore.getState()) ? 'sidebar' : 'transcript');
}

/** Asks what becomes of the sessions of a project; one that has none just goes. */
export function askToDeleteProject(project: Project): void {
  if (project.sessionCount === 0) attempt(() => deleteProject(project, 'to-inbox'));
  else useViewStore.getState().openAbout({ name: 'delete-project', projectId: project.id });
}

export async function deleteProject(
  project: Pick<Project, 'id' | 'name'>,
  sessions: 'to-inbox' | 'to-trash',
): Promise<void> {
  const { id: projectId, name } = project;
  await undoably(async () => {
    await api.request('projects:trash', { projectId, sessions });
    return { kind: 'project-deleted', projectId, name, sessions };
  });
  await useSessionsStore.getState().loadProjects();
}

export async function deleteTag({ id: tagId, name }: Tag): Promise<void> {
  await undoably(async () => {
    await api.request('tags:trash', { tagId });
    return { kind: 'tag-deleted', tagId, name };
  });
  await useTagsStore.getState().load();
}

/** A message and everything below it. */
export async function deleteBranch(sessionId: SessionId, messageId: MessageId): Promise<void> {
  await undoably(async () => {
    await useChatStore.getState().trashBranch(sessionId, messageId);
    return { kind: 'branch-deleted', sessionId, messageId };
  });
}

/** One session out of two. */
export async function mergeSessions(one: SessionId, other: SessionId): Promise<void> {
  await undoably(async () => {
    const isWished = wishForSession();
    // What is merged is what is saved.
    await useDraftsStore.getState().flush();
    const merged = await api.request('sessions:merge', { sessionIds: [one, other] });
    if (isWished()) {
      await openSession(merged.id);
      useSelectionStore.getState().clear();
    }
    await leaveSessions([one, other]);
    return { kind: 'sessions-merged', originalIds: [one, other], mergedId: merged.id };
  });
}
