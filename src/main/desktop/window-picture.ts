import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';

/** Runs in the page: resolves once fonts are there and two frames have been drawn. */
const untilDrawn = `document.fonts.ready.then(() => new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 250)))))`;

/** Writes what the window shows as a PNG; the file is whole whenever it is there. */
export async function writeWindowPicture(window: BrowserWindow, path: string): Promise<void> {
  await window.webContents.executeJavaScript(untilDrawn);
  const picture = await window.webContents.capturePage();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, picture.toPNG());
  await rename(`${path}.part`, path);
}
