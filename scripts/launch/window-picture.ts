import { statSync } from 'node:fs';
import { relative } from 'node:path';

/** Says once where the program's picture of its window is, as soon as it is written. Gives the function to stop. */
export function announcePicture(path: string): () => void {
  const startMs = Date.now();
  const look = () => {
    const about = statSync(path, { throwIfNoEntry: false });
    if (about !== undefined && about.size > 0 && about.mtimeMs >= startMs) {
      console.log(`A picture of the window: ${relative(process.cwd(), path)}`);
      clearInterval(timer);
    }
  };
  const timer = setInterval(look, 300);
  return () => clearInterval(timer);
}
