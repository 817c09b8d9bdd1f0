import { app, BrowserWindow, dialog } from 'electron';
import { text } from '#shared/text/index.ts';

/** Asks with the system's dialog for files with prompts; empty when it was cancelled. */
export async function choosePromptFiles(): Promise<readonly string[]> {
  const options = {
    title: text.prompts.importTitle,
    defaultPath: app.getPath('documents'),
    filters: [{ name: text.prompts.fileName, extensions: ['json', 'md', 'txt'] }],
    properties: ['openFile', 'multiSelections'] as ('openFile' | 'multiSelections')[],
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const answer =
    window === undefined
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  return answer.canceled ? [] : answer.filePaths;
}
