import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentSizeLimit } from '#shared/contract/attachments.ts';

export interface FolderListing {
  /** Paths inside the folder, with `/` between their parts, sorted. */
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
  readonly leftOut: number;
}

/** Most files listed of a folder. */
export const listedLimit = 2_000;
/** Most entries looked at: a whole disk is not walked. */
const seenLimit = 100_000;

/** Folders of what programs fetched or made, never of what somebody wrote. */
const skippedFolders = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'dist',
  'build',
  'out',
  'target',
  'bin',
  'obj',
  'coverage',
  '__pycache__',
  'venv',
  'env',
  'Pods',
  'DerivedData',
]);

/** Endings of files that cannot be attached, so that a folder of films is not offered. What a file is its bytes say later. */
const unattachable =
  /\.(7z|a|aac|apk|app|avi|bin|bz2|class|db|deb|dll|dmg|doc|docm|dylib|eot|epub|exe|flac|gguf|gz|heic|ico|iso|jar|jks|lib|m4a|m4v|mkv|mov|mp3|mp4|msi|o|obj|odp|ods|odt|ogg|onnx|opus|otf|parquet|pkl|pnpm|ppt|pptx|psd|pyc|pyd|rar|rpm|safetensors|so|sqlite|sqlite3|tar|tgz|tif|tiff|ttf|wasm|wav|webm|wma|wmv|woff|woff2|xls|xlsx|xz|zip|zst)$/i;

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
      if (entry.name.startsWith('.')) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) waiting.push(path);
        continue;
      }
      if (!entry.isFile()) continue;
      const sizeBytes =
        files.length < listedLimit && !unattachable.test(entry.name) ? await sizeOf(join(root, path)) : null;
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
