import { dirname } from 'node:path';
import { app, BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

export interface OpenDialogs {
  /** Paths of the files chosen; none when that was cancelled. */
  chooseFiles(): Promise<readonly string[]>;
  /** Path of the folder chosen; null when that was cancelled. */
  chooseFolder(): Promise<string | null>;
}

/** Asks with the system's dialogs what to open. They start in the folder used last. */
export function createOpenDialogs(): OpenDialogs {
  let lastFolder: string | null = null;

  async function ask(properties: OpenDialogOptions['properties']): Promise<readonly string[]> {
    const options = {
      defaultPath: lastFolder ?? app.getPath('documents'),
      ...(properties && { properties }),
    };
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    const { canceled, filePaths } =
      window === undefined
        ? await dialog.showOpenDialog(options)
        : await dialog.showOpenDialog(window, options);
    const [first] = filePaths;
    if (canceled || first === undefined) return [];
    lastFolder = dirname(first);
    return filePaths;
  }

  return {
    chooseFiles: () => ask(['openFile', 'multiSelections']),
    async chooseFolder() {
      const [path] = await ask(['openDirectory']);
      return path ?? null;
    },
  };
}
