import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ChosenFile, ChosenFiles, ChosenFolder } from '#shared/contract/attachments.ts';
import { unreadable } from './inspection.ts';
import { readChosenFile, readChosenPicture } from './read-chosen-file.ts';
import { walkFolder } from './walk-folder.ts';

export interface Choices {
  /** Remembers files that somebody chose in a dialog. None is touched before it is read. */
  addFiles(paths: readonly string[]): ChosenFiles;
  /** Lists a folder that somebody chose in a dialog. */
  addFolder(path: string): Promise<ChosenFolder>;
  /** The bytes of a file of a choice. One that is not of that choice is refused and touches no disk. */
  read(file: ChosenFile): Promise<Uint8Array>;
  /** The same of a picture; null for any other file. */
  readPicture(file: ChosenFile): Promise<Uint8Array | null>;
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

  function placeOf({ choiceId, key }: ChosenFile): Place {
    const place = choices.get(choiceId)?.get(key);
    if (place === undefined) throw unreadable(key, 'gone');
    return place;
  }

  return {
    addFiles(paths) {
      const places = new Map(paths.map((path, index) => [`${index}`, { path, name: basename(path) }]));
      const files = [...places].map(([key, { name }]) => ({ key, name }));
      return { choiceId: remember(places), files };
    },
    async addFolder(root) {
      const { files, leftOut } = await walkFolder(root);
      const name = basename(root);
      const nameOf = (path: string) => (name === '' ? path : `${name}/${path}`);
      const places = new Map(files.map(({ path }) => [path, { path: join(root, path), name: nameOf(path) }]));
      return { choiceId: remember(places), name, files, leftOut };
    },
    async read(file) {
      const { path, name } = placeOf(file);
      return readChosenFile(path, name);
    },
    async readPicture(file) {
      const { path, name } = placeOf(file);
      return readChosenPicture(path, name);
    },
  };
}
