import { dirname, join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import type { SavePathQuestion } from '../transfer/export/export-session.ts';

/** Asks with the system's dialog where to save; null when it was cancelled. Starts in the folder used last. */
export function createSaveDialog(): (question: SavePathQuestion) => Promise<string | null> {
  let lastFolder: string | null = null;
  return async ({ suggestedName, extension, title }) => {
    const options = {
      title,
      defaultPath: join(lastFolder ?? app.getPath('documents'), suggestedName),
      // A file without an ending shall not get one.
      filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    };
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    const answer =
      window === undefined
        ? await dialog.showSaveDialog(options)
        : await dialog.showSaveDialog(window, options);
    if (answer.canceled || answer.filePath === undefined || answer.filePath === '') return null;
    lastFolder = dirname(answer.filePath);
    return answer.filePath;
  };
}
