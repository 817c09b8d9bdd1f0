import { api } from '../api.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { useTagsStore } from '../stores/library/tags-store.ts';
import { type UndoStep, useUndoStore } from '../stores/library/undo-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { restoreSessions, sendChange, sendToTrash } from './send-change.ts';
import { leaveSessions, openSession } from './sessions.ts';

/** Remembers what was done, and says so with a way back. */
export function offerUndo(step: UndoStep): void {
  const id = useUndoStore.getState().push(step);
  useNoticesStore.getState().show({ kind: 'done', done: { id, step } });
}

export async function undoLast(): Promise<void> {
  const last = useUndoStore.getState().steps.at(-1);
  if (last !== undefined) await undo(last.id);
}

/** Undoes one step; a step undone before does nothing. */
export async function undo(stepId: number): Promise<void> {
  const step = useUndoStore.getState().take(stepId);
  useNoticesStore.getState().undone(stepId);
  if (step !== undefined) await takeBack(step);
}

async function takeBack(step: UndoStep): Promise<void> {
  switch (step.kind) {
    case 'sessions-deleted': {
      await restoreSessions(step.sessionIds);
      const [only] = step.sessionIds;
      if (only !== undefined && step.sessionIds.length === 1) await openSession(only);
      return;
    }
    case 'project-deleted':
      await api.request('projects:restore', { projectId: step.projectId });
      return useSessionsStore.getState().loadProjects();
    case 'tag-deleted':
      await api.request('tags:restore', { tagId: step.tagId });
      return useTagsStore.getState().load();
    case 'branch-deleted': {
      const { sessionId, messageId } = step;
      await api.request('messages:restore-branch', { sessionId, messageId });
      await openSession(sessionId);
      return;
    }
    case 'sessions-merged': {
      await restoreSessions(step.originalIds);
      const [first] = step.originalIds;
      if (first !== undefined) await openSession(first);
      await sendToTrash([step.mergedId]);
      return leaveSessions([step.mergedId]);
    }
    case 'sessions-changed':
      for (const { sessionIds, change } of step.inverse) await sendChange(sessionIds, change);
  }
}
