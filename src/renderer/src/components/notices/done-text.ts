import type { TagId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { tagsOf, useTagsStore } from '../../stores/library/tags-store.ts';
import type { UndoStep } from '../../stores/library/undo-store.ts';

const { done } = text.library;

/** What was done, in a sentence. */
export function doneText(step: UndoStep): string {
  switch (step.kind) {
    case 'sessions-deleted':
      return done.deleted(step.title, step.sessionIds.length);
    case 'project-deleted':
      return done.projectDeleted(step.name, step.sessions);
    case 'tag-deleted':
      return done.tagDeleted(step.name);
    case 'prompts-deleted':
      return text.prompts.deleted(step.title, step.promptIds.length);
    case 'branch-deleted':
      return done.branchDeleted;
    case 'messages-deleted':
      return text.branches.messagesDeleted(step.messageIds.length);
    case 'session-cleared':
      return text.slash.cleared;
    case 'queued-deleted':
      return step.title === '' ? text.queue.removedFiles : text.queue.removed(step.title);
    case 'sessions-merged':
      return done.merged;
    case 'sessions-changed':
      return changedText(step);
  }
}

function changedText({ change, title, count }: Extract<UndoStep, { kind: 'sessions-changed' }>): string {
  switch (change.kind) {
    case 'move':
      return done.moved(title, count, projectName(change.projectId));
    case 'archive':
      return change.isArchived ? done.archived(title, count) : done.unarchived(title, count);
    case 'tag':
      return done.tagged(title, count, tagNames(change.add), tagNames(change.remove));
    case 'pin':
    case 'mark':
      return done.changed(title, count);
  }
}

function tagNames(tagIds: readonly TagId[]): readonly string[] {
  return tagsOf(useTagsStore.getState().tags, tagIds).map(({ name }) => name);
}

function projectName(projectId: string | null): string {
  const { projects } = useSessionsStore.getState();
  return projects.find(({ id }) => id === projectId)?.name ?? text.sidebar.inbox;
}
