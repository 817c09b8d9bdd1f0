import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ChosenFile, ChosenFolder } from '#shared/contract/attachments.ts';
import { unreadable } from './inspection.ts';
import { readChosenFile } from './read-chosen-file.ts';
import { walkFolder } from './walk-folder.ts';

export interface ChosenFolders {
  /** Lists a folder that somebody chose in a dialog. */
  add(path: string): Promise<ChosenFolder>;
  /** Files of a folder listed before. A path that was not listed for that id is refused and touches no disk. */
  read(id: string, paths: readonly string[]): Promise<readonly ChosenFile[]>;
}

interface Listed {
  readonly root: string;
  readonly name: string;
  readonly paths: ReadonlySet<string>;
}

/** Folders remembered: the window works with one at a time. */
const remembered = 8;

export function createChosenFolders(): ChosenFolders {
  const folders = new Map<string, Listed>();
  return {
    async add(root) {
      const { files, leftOut } = await walkFolder(root);
      const id = randomUUID();
      const name = basename(root);
      folders.set(id, { root, name, paths: new Set(files.map(({ path }) => path)) });
      for (const oldest of folders.keys()) {
        if (folders.size <= remembered) break;
        folders.delete(oldest);
      }
      return { id, name, files, leftOut };
    },
    async read(id, paths) {
      const folder = folders.get(id);
      const files: ChosenFile[] = [];
      // One after the other: fifty files of 100 MB at once would be many open files for nothing.
      for (const path of paths) {
        if (folder?.paths.has(path)) {
          const name = folder.name === '' ? path : `${folder.name}/${path}`;
          files.push(await readChosenFile(join(folder.root, path), name));
        } else files.push({ name: path, error: unreadable(path, 'gone').report });
      }
      return files;
    },
  };
}
