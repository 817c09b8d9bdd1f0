import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ChosenFile, ChosenFiles, ChosenFolder } from '#shared/contract/attachments.ts';
import { unreadable } from './inspection.ts';
import { readChosenFile } from './read-chosen-file.ts';
import { walkFolder } from './walk-folder.ts';

export interface Choices {
  /** Remembers files that somebody chose in a dialog. None is touched before it is read. */
  addFiles(paths: readonly string[]): ChosenFiles;
  /** Lists a folder that somebody chose in a dialog. */
  addFolder(path: string): Promise<ChosenFolder>;
  /** A file of a choice. One that is not of that choice is refused and touches no disk. */
  read(id: string, key: string): Promise<ChosenFile>;
}

interface Place {
  readonly path: string;
  readonly name: string;
}

/** Choices remembered. The window reads a choice soon after it was made; a path takes little memory. */
const remembered = 32;

/** What was chosen in dialogs: the window knows names only and asks for one file at a time, so few are in memory at once. */
export function createChoices(): Choices {
  const choices = new Map<string, ReadonlyMap<string, Place>>();

  function remember(places: ReadonlyMap<string, Place>): string {
    const id = randomUUID();
    choices.set(id, places);
    for (const oldest of choices.keys()) {
      if (choices.size <= remembered) break;
      choices.delete(oldest);
    }
    return id;
  }

  return {
    addFiles(paths) {
      const places = new Map(paths.map((path, index) => [`${index}`, { path, name: basename(path) }]));
      const files = [...places].map(([key, { name }]) => ({ key, name }));
      return { id: remember(places), files };
    },
    async addFolder(root) {
      const { files, leftOut } = await walkFolder(root);
      const name = basename(root);
      const nameOf = (path: string) => (name === '' ? path : `${name}/${path}`);
      const places = new Map(files.map(({ path }) => [path, { path: join(root, path), name: nameOf(path) }]));
      return { id: remember(places), name, files, leftOut };
    },
    async read(id, key) {
      const place = choices.get(id)?.get(key);
      if (place === undefined) return { name: key, error: unreadable(key, 'gone').report };
      return readChosenFile(place.path, place.name);
    },
  };
}
