import type { CommandId } from '#shared/commands.ts';
import { chooseFiles, chooseFolder } from '../actions/attach.ts';
import { attempt } from '../actions/attempt.ts';
import { toggleChoosing } from '../actions/branches.ts';
import { copyLastAnswer, lastAnswer, lastQuestionId, retryLast, stopAnswer } from '../actions/chat.ts';
import { deleteSessions, mergeSessions } from '../actions/deleting.ts';
import { findInSession } from '../actions/find.ts';
import { canContinueLast, continueLast } from '../actions/going-on.ts';
import { openPrompts, saveDraftAsPrompt } from '../actions/prompts.ts';
import { canSwitch, switchBy } from '../actions/recency.ts';
import { openHistory, openSearch } from '../actions/search.ts';
import { duplicateSession, toggleArchive, togglePin } from '../actions/session-changes.ts';
import { newSession, openNeighbour, openSession } from '../actions/sessions.ts';
import { layoutNow, sessionAt } from '../actions/sidebar-order.ts';
import { undoLast } from '../actions/undo.ts';
import { quit, zoom } from '../actions/window.ts';
import { focusOn } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { useNextModelsStore } from '../stores/chat/next-models-store.ts';
import { useSelectionStore } from '../stores/library/selection-store.ts';
import { canUndo, useUndoStore } from '../stores/library/undo-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';

interface CommandAction {
  readonly run: () => void;
  readonly canRun: () => boolean;
}

/** What each command does and when it can be done. */
export const registry: Readonly<Record<CommandId, CommandAction>> = {
  'session.new': always(() => attempt(() => newSession(null))),
  'project.new': always(() => view().openAbout({ name: 'project', projectId: null })),
  'session.export': withSession((id) => view().openExport(id), hasMessages),
  'session.import': always(() =>
    attempt(async () => (await import('../actions/transfer.ts')).importSessions()),
  ),
  'library.backup': always(() => attempt(async () => (await import('../actions/transfer.ts')).backUp())),
  'composer.attach': withSession((id) => attempt(() => chooseFiles(id))),
  'composer.attach-folder': withSession((id) => attempt(() => chooseFolder(id))),
  'session.print': withSession(
    (id) => attempt(async () => (await import('../actions/print.ts')).printSession(id)),
    hasMessages,
  ),
  'palette.open': always(() => view().openDialog('palette')),
  'app.settings': always(() => view().openDialog('settings')),
  'app.quit': always(() => attempt(quit)),

  'edit.undo-delete': {
    run: () => attempt(undoLast),
    canRun: () => canUndo(useUndoStore.getState()),
  },
  'answer.copy-last': { run: () => attempt(copyLastAnswer), canRun: () => lastAnswer() !== undefined },

  'session.find': withSession((id) => {
    view().show('conversation');
    findInSession(id);
  }),
  'search.open': always(openSearch),

  'focus.composer': withSession(() => {
    view().show('conversation');
    view().closeOverlay();
    focusOn('composer');
  }),
  'focus.transcript': withSession(() => {
    view().show('conversation');
    view().closeOverlay();
    focusOn('messages');
  }, hasMessages),
  'focus.sidebar': always(() => {
    view().showSidebar();
    focusOn('sidebar');
  }),
  'history.open': always(openHistory),
  'statistics.open': always(() => view().show('statistics')),
  'trash.open': always(() => view().show('trash')),
  'prompts.open': always(() => openPrompts()),
  'view.toggle-sidebar': always(() => view().toggleSidebar()),
  'view.zoom-in': always(() => attempt(() => zoom('in'))),
  'view.zoom-out': always(() => attempt(() => zoom('out'))),
  'view.zoom-reset': always(() => attempt(() => zoom('reset'))),

  'session.switch-back': { run: () => switchBy(1), canRun: canSwitch },
  'session.switch-forth': { run: () => switchBy(-1), canRun: canSwitch },
  'session.next': { run: () => attempt(() => openNeighbour(1)), canRun: hasNeighbours },
  'session.previous': { run: () => attempt(() => openNeighbour(-1)), canRun: hasNeighbours },
  'session.go-to-1': goTo(1),
  'session.go-to-2': goTo(2),
  'session.go-to-3': goTo(3),
  'session.go-to-4': goTo(4),
  'session.go-to-5': goTo(5),
  'session.go-to-6': goTo(6),
  'session.go-to-7': goTo(7),
  'session.go-to-8': goTo(8),
  'session.go-to-9': goTo(9),
  'session.model': withSession(() => view().setModelPickerOpen(true)),
  'session.parameters': withSession(() => view().openDialog('parameters')),
  'session.rename': withSession((id) => view().startRenaming({ kind: 'session', id, place: 'header' })),
  'session.info': withSession((id) => view().openAbout({ name: 'details', sessionId: id })),
  'session.tree': withSession((id) => view().openAbout({ name: 'tree', sessionId: id }), hasMessages),
  'messages.select': withSession((id) => toggleChoosing(id), hasMessages),
  'session.pin': withSessions((ids) => attempt(() => togglePin(ids))),
  'session.archive': withSessions((ids) => attempt(() => toggleArchive(ids))),
  'session.move': withSessions((ids) => view().openAbout({ name: 'move', sessionIds: ids })),
  'session.tags': withSessions((ids) => view().openAbout({ name: 'tags-of', sessionIds: ids })),
  'prompts.save-draft': withSession(
    (id) => attempt(() => saveDraftAsPrompt(id)),
    (id) => (useDraftsStore.getState().drafts[id] ?? '').trim() !== '',
  ),
  'session.duplicate': withSession((id) => attempt(() => duplicateSession(id))),
  'session.merge': {
    run: () => {
      const [one, other] = selectedIds();
      if (one !== undefined && other !== undefined) attempt(() => mergeSessions(one, other));
    },
    canRun: () => selectedIds().length === 2,
  },
  'session.delete': withSessions((ids) => attempt(() => deleteSessions(ids))),
  'answer.stop': withSession(() => attempt(stopAnswer), isAnswering),
  'answer.retry': withSession(
    () => attempt(retryLast),
    (id) => !isAnswering(id) && lastQuestionId() !== undefined,
  ),

  'answer.continue': withSession(
    () => attempt(continueLast),
    (id) => !isAnswering(id) && canContinueLast(),
  ),
  'session.models': withSession((id) => {
    view().show('conversation');
    useNextModelsStore.getState().setChoosing(id);
  }),

  'help.shortcuts': always(() => view().openDialog('shortcuts')),
  'help.slash': always(() => view().openDialog('slash-help')),
};

function view() {
  return useViewStore.getState();
}

function always(run: () => void): CommandAction {
  return { run, canRun: () => true };
}

/** A command about the session shown. */
function withSession(
  run: (sessionId: string) => void,
  canRun: (sessionId: string) => boolean = () => true,
): CommandAction {
  const shown = () => {
    const { openSessionId, conversations } = useChatStore.getState();
    return openSessionId !== null && conversations[openSessionId] !== undefined ? openSessionId : null;
  };
  return {
    run: () => {
      const id = shown();
      if (id !== null) run(id);
    },
    canRun: () => {
      const id = shown();
      return id !== null && canRun(id);
    },
  };
}

function goTo(position: number): CommandAction {
  const target = () => sessionAt(layoutNow(), position - 1);
  return {
    run: () => {
      const session = target();
      if (session !== undefined) attempt(() => openSession(session.id));
    },
    canRun: () => target() !== undefined,
  };
}

/** A command about the selected sessions, or, when none is selected, the one shown. */
function withSessions(run: (sessionIds: readonly string[]) => void): CommandAction {
  const one = withSession((id) => run([id]));
  return {
    run: () => (selectedIds().length > 0 ? run(selectedIds()) : one.run()),
    canRun: () => selectedIds().length > 0 || one.canRun(),
  };
}

function selectedIds(): readonly string[] {
  return [...useSelectionStore.getState().selection.ids];
}

function hasNeighbours(): boolean {
  return sessionAt(layoutNow(), 1) !== undefined;
}

function isAnswering(sessionId: string): boolean {
  return useChatStore.getState().running[sessionId] !== undefined;
}

function hasMessages(sessionId: string): boolean {
  return (useChatStore.getState().conversations[sessionId]?.messages.length ?? 0) > 0;
}
