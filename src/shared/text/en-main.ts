import type { ExportFormat } from '../contract/app.ts';

/** What the main process says by itself: system dialogs, menu parts, fatal starts. */
export const mainTexts = {
  contextMenu: { copyLink: 'Copy link' },
  exportDialog: {
    title: 'Export session',
    button: 'Export',
    fileTypes: {
      markdown: 'Markdown',
      'mochi-json': 'mochi session (JSON)',
      'parlor-json': 'Parlor session (JSON)',
    } satisfies Record<ExportFormat, string>,
    /** Name of the file when the session has no title. */
    untitled: 'session',
  },
  exportDocument: {
    /** Heading of a session without a title. */
    untitled: 'New session',
    id: 'Session',
    model: 'Model',
    created: 'Created',
    updated: 'Updated',
    messages: 'Messages',
    tokens: 'Tokens',
    systemPrompt: 'System prompt',
    thinking: 'Thinking',
    roles: { system: 'System', user: 'You', assistant: 'Assistant', tool: 'Tool' },
    stopped: 'Stopped here.',
    interrupted: 'The answer was cut off here.',
    failed: (what: string) => `The answer failed: ${what}`,
  },
  fatal: {
    title: 'Parlor cannot start',
    openFolder: 'Open the data folder',
    quit: 'Quit',
  },
  quitWhileAnswering: {
    title: 'An answer is still being written',
    detail: 'If you quit now, the text so far is kept and marked as cut off.',
    quit: 'Quit',
    stay: 'Keep running',
  },
  windowGone: {
    title: 'The window stopped working',
    detail: 'Nothing that was saved is lost. The window is loaded again.',
  },
  menu: { window: 'Window', developer: 'Developer', reload: 'Reload', developerTools: 'Developer tools' },
};
