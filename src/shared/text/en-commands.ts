import type { CommandId, MenuName } from '../commands.ts';

/** The names of the commands, as menu, cheat sheet and tooltips show them. */
export const commandNames: Record<CommandId, string> = {
  'session.new': 'New session',
  'project.new': 'New project…',
  'palette.open': 'Go to…',
  'session.export': 'Export session…',
  'app.settings': 'Settings…',
  'app.quit': 'Quit Parlor',

  'edit.undo-delete': 'Undo delete',
  'answer.copy-last': 'Copy last answer',

  'session.find': 'Find in this session',
  'search.open': 'Search everywhere',

  'focus.composer': 'Go to the message field',
  'focus.sidebar': 'Go to the session list',
  'history.open': 'History',
  'statistics.open': 'Statistics',
  'trash.open': 'Trash',
  'view.toggle-sidebar': 'Show or hide the session list',
  'view.zoom-in': 'Zoom in',
  'view.zoom-out': 'Zoom out',
  'view.zoom-reset': 'Actual size',

  'session.switch-back': 'Session before this one',
  'session.switch-forth': 'Session before this one, the other way',
  'session.next': 'Next session',
  'session.previous': 'Previous session',
  'session.go-to-1': 'Go to session 1',
  'session.go-to-2': 'Go to session 2',
  'session.go-to-3': 'Go to session 3',
  'session.go-to-4': 'Go to session 4',
  'session.go-to-5': 'Go to session 5',
  'session.go-to-6': 'Go to session 6',
  'session.go-to-7': 'Go to session 7',
  'session.go-to-8': 'Go to session 8',
  'session.go-to-9': 'Go to session 9',
  'session.model': 'Choose the model…',
  'session.parameters': 'Parameters…',
  'session.rename': 'Rename session',
  'session.info': 'Session details…',
  'session.pin': 'Pin or unpin session',
  'session.archive': 'Archive or unarchive session',
  'session.move': 'Move to project…',
  'session.tags': 'Tags…',
  'session.duplicate': 'Duplicate session',
  'session.merge': 'Merge selected sessions',
  'session.delete': 'Delete session',
  'answer.stop': 'Stop the answer',
  'answer.retry': 'Try the last answer again',

  'help.shortcuts': 'Keyboard shortcuts',
};

export const menuNames: Record<MenuName, string> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  session: 'Session',
  help: 'Help',
};
