import { unwatchFile, watchFile } from 'node:fs';
import { relative } from 'node:path';

/** Says once where the program's picture of its window is, as soon as it is written. Gives the function to stop. */
export function announcePicture(path: string): () => void {
  const startMs = Date.now();
  const stop = () => unwatchFile(path);
  watchFile(path, { interval: 500 }, (now) => {
    if (now.size > 0 && now.mtimeMs >= startMs) {
      console.log(`A picture of the window: ${relative(process.cwd(), path)}`);
      stop();
    }
  });
  return stop;
}
