import type { SessionId } from '#shared/domain.ts';
import { entriesOfDrop, fileOf, isFile, isFolder, readFolder } from '../files/dropped-files.ts';
import { useFolderChoiceStore } from '../stores/chat/folder-choice-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { attachFiles } from './attach.ts';

/** Attaches what was dropped; of a folder one chooses which files. */
export async function attachDropped(sessionId: SessionId, data: DataTransfer): Promise<void> {
  const loose = Array.from(data.files);
  const entries = entriesOfDrop(data);
  const folder = entries.find(isFolder);
  // A picture dragged out of a page is a file without an entry.
  if (folder === undefined) return attachFiles(sessionId, loose);

  const files = await Promise.all(entries.filter(isFile).map(fileOf));
  await Promise.all([attachFiles(sessionId, files), offerFolder(sessionId, folder)]);
}

async function offerFolder(sessionId: SessionId, entry: FileSystemDirectoryEntry): Promise<void> {
  const { name, files, leftOut } = await readFolder(entry);
  useFolderChoiceStore.getState().offer({
    sessionId,
    name,
    leftOut,
    files: files.map(({ path, file }) => ({ path, sizeBytes: file.size })),
    origin: { kind: 'dropped', files: new Map(files.map(({ path, file }) => [path, file])) },
  });
  useViewStore.getState().openWhenFree('attach-folder');
}
