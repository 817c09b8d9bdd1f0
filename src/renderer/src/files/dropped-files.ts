import { isHiddenFile, isSkippedFolder, listedFilesLimit, looksAttachable } from '#shared/folder-files.ts';

/** Entries looked at: a disk that is dropped is not walked to its end. */
const seenLimit = 100_000;

export interface FolderFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly file: File;
}

export interface DroppedFolder {
  readonly name: string;
  readonly files: readonly FolderFile[];
  /** Files of kinds that cannot be attached, and those beyond the limit. */
  readonly leftOut: number;
}

/** What was dropped: must be called while the event is being handled, for afterwards the entries are gone. */
export function entriesOfDrop(data: DataTransfer): readonly FileSystemEntry[] {
  return Array.from(data.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
}

export function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

export function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

export function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** The files in a dropped folder and the folders below it, in the order of their paths. */
export async function readFolder(folder: FileSystemDirectoryEntry): Promise<DroppedFolder> {
  const files: FolderFile[] = [];
  let leftOut = 0;
  let seen = 0;

  async function read(directory: FileSystemDirectoryEntry, path: string): Promise<void> {
    const entries = [...(await entriesOf(directory))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      seen += 1;
      if (seen > seenLimit) return;
      if (isFolder(entry)) {
        if (!isSkippedFolder(entry.name)) await read(entry, `${path}${entry.name}/`);
      } else if (isFile(entry) && !isHiddenFile(entry.name)) {
        if (files.length < listedFilesLimit && looksAttachable(entry.name)) {
          files.push({ path: path + entry.name, file: await fileOf(entry) });
        } else leftOut += 1;
      }
    }
  }

  await read(folder, '');
  return { name: folder.name, files, leftOut };
}

/** A reader gives a part of a folder at a time, and nothing when it has given all. */
async function entriesOf(directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return entries;
    entries.push(...part);
  }
}
