import { AppError } from '#shared/errors.ts';
import { api } from '../api.ts';
import { forgetPlace } from '../stores/chat/places.ts';
import { usePromptsStore } from '../stores/library/prompts-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { useTagsStore } from '../stores/library/tags-store.ts';
import { type UndoStep, useUndoStore } from '../stores/library/undo-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { openAt } from './open-at.ts';
import { restoreSessions, sendChange, sendToTrash } from './send-change.ts';
import { knownSession, leaveSessions, openSession } from './sessions.ts';

/**
 * Does something that can be undone, and offers to undo it; `null` when nothing was done after all.
 * The lists may show it before main has answered: undoing asked for meanwhile waits, and means this.
 */
export async function undoably(work: () => Promise<UndoStep | null>): Promise<void> {
  const { begin, end } = useUndoStore.getState();
  const running = work();
  begin(running);
  try {
    const step = await running;
    if (step !== null) offerUndo(step);
  } finally {
    end(running);
  }
}

/** Remembers what was done, and says so with a way back. */
function offerUndo(step: UndoStep): void {
  const id = useUndoStore.getState().push(step);
  useNoticesStore.getState().show({ kind: 'done', done: { id, step } });
}

export async function undoLast(): Promise<void> {
  // The offer is made a moment after the answer: both are waited for.
  while (useUndoStore.getState().underWay.length > 0) {
    await Promise.allSettled(useUndoStore.getState().underWay);
  }
  const last = useUndoStore.getState().steps.at(-1);
  if (last !== undefined) await undo(last.id);
}

/** Undoes one step; a step undone before does nothing. */
export async function undo(stepId: number): Promise<void> {
  const step = useUndoStore.getState().take(stepId);
  useNoticesStore.getState().undone(stepId);
  if (step === undefined || (await takeBack(step))) return;
  useNoticesStore.getState().show({ kind: 'nothing-to-undo' });
}

/** False when what the step was about is gone. */
async function takeBack(step: UndoStep): Promise<boolean> {
  switch (step.kind) {
    case 'sessions-deleted': {
      const restored = await restoreSessions(step.sessionIds);
      const [only] = restored;
      if (only !== undefined && step.sessionIds.length === 1) await openSession(only.id);
      return only !== undefined;
    }
    case 'project-deleted':
      return isThere(async () => {
        await api.request('projects:restore', { projectId: step.projectId });
        await useSessionsStore.getState().loadProjects();
      });
    case 'tag-deleted':
      return isThere(async () => {
        await api.request('tags:restore', { tagId: step.tagId });
        await useTagsStore.getState().load();
      });
    case 'prompts-deleted': {
      const restored = await api.request('prompts:restore', { promptIds: [...step.promptIds] });
      await usePromptsStore.getState().load();
      return restored.length > 0;
    }
    case 'branch-deleted':
      return isThere(async () => {
        const { sessionId, messageId } = step;
        // The place may be on the branch that took its place: it is not where to come back to.
        forgetPlace(sessionId);
        await api.request('messages:restore', { sessionId, messageIds: [messageId] });
        await openSession(sessionId);
      });
    case 'messages-deleted':
      return restoreMessages(step);
    case 'session-cleared':
      return restoreCleared(step);
    case 'queued-deleted':
      return isThere(async () => {
        await api.request('queue:restore', { sessionId: step.sessionId, id: step.id });
      });
    case 'sessions-merged': {
      const restored = await restoreSessions(step.originalIds);
      const [first] = restored;
      if (first !== undefined) await openSession(first.id);
      // As long as an original is gone, what it held is only in the merged one.
      if (restored.length < step.originalIds.length) return false;
      await sendToTrash([step.mergedId]);
      await leaveSessions([step.mergedId]);
      return true;
    }
    case 'sessions-changed': {
      let wasThere = false;
      for (const { sessionIds, change } of step.inverse) {
        // The place a session came from may be gone without the session.
        await isThere(async () => {
          const changed = await sendChange(sessionIds, change);
          wasThere ||= changed.length > 0 || sessionIds.some((id) => knownSession(id) !== undefined);
        });
      }
      return wasThere;
    }
  }
}

/** In one go; the first one is shown. */
async function restoreMessages({
  sessionId,
  messageIds,
}: Extract<UndoStep, { kind: 'messages-deleted' }>): Promise<boolean> {
  const [first] = messageIds;
  const isBack = await isThere(async () => {
    await api.request('messages:restore', { sessionId, messageIds });
  });
  if (!isBack || first === undefined) return false;
  // It can be gone for good, being one of many.
  if (!(await isThere(() => openAt(sessionId, first, [])))) await openSession(sessionId);
  return true;
}

/** The branch that was shown is the first one, and is shown again. */
async function restoreCleared({
  sessionId,
  rootIds,
}: Extract<UndoStep, { kind: 'session-cleared' }>): Promise<boolean> {
  return isThere(async () => {
    await api.request('messages:restore', { sessionId, messageIds: rootIds });
    forgetPlace(sessionId);
    await openSession(sessionId);
  });
}

async function isThere(restore: () => Promise<void>): Promise<boolean> {
  try {
    await restore();
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') return false;
    throw thrown;
  }
}
