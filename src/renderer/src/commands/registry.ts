import type { CommandId } from '#shared/commands.ts';
import { attempt } from '../actions/attempt.ts';
import { copyLastAnswer, lastAnswer, lastQuestionId, retryLast, stopAnswer } from '../actions/chat.ts';
import {
  deleteSession,
  newSession,
  openNeighbour,
  openSession,
  sessionsInOrder,
  undoLastDelete,
} from '../actions/sessions.ts';
import { quit, zoom } from '../actions/window.ts';
import { focusOn } from '../focus.ts';
import { useChatStore } from '../stores/chat-store.ts';
import { lastUndoable, useNoticesStore } from '../stores/notices-store.ts';
import { useViewStore } from '../stores/view-store.ts';

interface CommandAction {
  readonly run: () => void;
  readonly canRun: () => boolean;
}

/** What each command does and when it can be done. */
export const registry: Readonly<Record<CommandId, CommandAction>> = {
  'session.new': always(() => attempt(() => newSession(null))),
  'project.new': always(() => view().openDialog('new-project')),
  'session.export': withSession((id) => view().openExport(id), hasMessages),
  'app.settings': always(() => view().openDialog('settings')),
  'app.quit': always(() => attempt(quit)),

  'edit.undo-delete': {
    run: () => attempt(undoLastDelete),
    canRun: () => lastUndoable(useNoticesStore.getState().notices) !== undefined,
  },
  'answer.copy-last': { run: () => attempt(copyLastAnswer), canRun: () => lastAnswer() !== undefined },

  'focus.composer': withSession(() => {
    view().closeOverlay();
    focusOn('composer');
  }),
  'focus.sidebar': always(() => {
    view().showSidebar();
    focusOn('sidebar');
  }),
  'view.toggle-sidebar': always(() => view().toggleSidebar()),
  'view.zoom-in': always(() => attempt(() => zoom('in'))),
  'view.zoom-out': always(() => attempt(() => zoom('out'))),
  'view.zoom-reset': always(() => attempt(() => zoom('reset'))),

  'session.next': { run: () => attempt(() => openNeighbour(1)), canRun: () => sessionsInOrder().length > 1 },
  'session.previous': {
    run: () => attempt(() => openNeighbour(-1)),
    canRun: () => sessionsInOrder().length > 1,
  },
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
  'session.delete': withSession((id) => attempt(() => deleteSession(id))),
  'answer.stop': withSession(() => attempt(stopAnswer), isAnswering),
  'answer.retry': withSession(
    () => attempt(retryLast),
    (id) => !isAnswering(id) && lastQuestionId() !== undefined,
  ),

  'help.shortcuts': always(() => view().openDialog('shortcuts')),
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
  const target = () => sessionsInOrder()[position - 1];
  return {
    run: () => {
      const session = target();
      if (session !== undefined) attempt(() => openSession(session.id));
    },
    canRun: () => target() !== undefined,
  };
}

function isAnswering(sessionId: string): boolean {
  return useChatStore.getState().running[sessionId] !== undefined;
}

function hasMessages(sessionId: string): boolean {
  return (useChatStore.getState().conversations[sessionId]?.messages.length ?? 0) > 0;
}
