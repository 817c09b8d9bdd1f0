import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BrowserWindow, NativeImage } from 'electron';

const captureAttempts = 10;

/** Runs in the page: resolves once fonts are there and two frames have been drawn. */
const untilDrawn = `document.fonts.ready.then(() => new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 250)))))`;

/** Writes what the window shows as a PNG; the file is whole whenever it is there. */
export async function writeWindowPicture(window: BrowserWindow, path: string): Promise<void> {
  await window.webContents.executeJavaScript(untilDrawn);
  const picture = await capture(window);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, picture.toPNG());
  await rename(`${path}.part`, path);
}

/** Right after loading a window may give an empty picture once or twice. */
async function capture(window: BrowserWindow): Promise<NativeImage> {
  for (let attempt = 1; attempt <= captureAttempts; attempt += 1) {
    const picture = await window.webContents.capturePage();
    if (!picture.isEmpty()) return picture;
    await window.webContents.executeJavaScript(untilDrawn);
  }
  throw new Error('the window gave no picture');
}
