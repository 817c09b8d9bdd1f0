import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentSizeLimit } from '#shared/contract/attachments.ts';
import { isHiddenFile, isSkippedFolder, listedFilesLimit, looksAttachable } from '#shared/folder-files.ts';

export interface FolderListing {
  /** Paths inside the folder, with `/` between their parts, sorted. */
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
  readonly leftOut: number;
}

/** Most entries looked at: a whole disk is not walked. */
const seenLimit = 100_000;

/**
 * Files below a folder that may be attached, nearest first. Hidden ones and what is in folders of fetched or built things
 * are passed over. Links to folders are not followed, so nothing is walked in circles and nothing outside is reached;
 * links to files are not either.
 */
export async function walkFolder(root: string): Promise<FolderListing> {
  const files: { path: string; sizeBytes: number }[] = [];
  let leftOut = 0;
  let seen = 0;
  const waiting = [''];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    for (const entry of await entriesOf(join(root, folder))) {
      seen += 1;
      if (seen > seenLimit) return { files: sorted(files), leftOut };
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) waiting.push(path);
        continue;
      }
      if (!entry.isFile() || isHiddenFile(entry.name)) continue;
      const isListed = files.length < listedFilesLimit && looksAttachable(entry.name);
      const sizeBytes = isListed ? await sizeOf(join(root, path)) : null;
      if (sizeBytes === null || sizeBytes === 0 || sizeBytes > attachmentSizeLimit) leftOut += 1;
      else files.push({ path, sizeBytes });
    }
  }
  return { files: sorted(files), leftOut };
}

/** In the order of their names. Of a folder that may not be read, nothing. */
async function entriesOf(path: string): Promise<readonly Dirent[]> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(path)) {
      entries.push(entry);
      if (entries.length > seenLimit) break;
    }
  } catch {
    return entries;
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}

function sorted<Item extends { readonly path: string }>(files: Item[]): readonly Item[] {
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
