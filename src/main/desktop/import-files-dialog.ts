import { app, BrowserWindow, dialog } from 'electron';
import { text } from '#shared/text/index.ts';

/** Asks with the system's dialog for files with sessions; empty when it was cancelled. */
export async function chooseImportFiles(): Promise<readonly string[]> {
  const options = {
    title: text.transfer.importTitle,
    defaultPath: app.getPath('documents'),
    filters: [{ name: text.transfer.importFilter, extensions: ['json'] }],
    properties: ['openFile', 'multiSelections'] as ('openFile' | 'multiSelections')[],
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const answer =
    window === undefined
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  return answer.canceled ? [] : answer.filePaths;
}
