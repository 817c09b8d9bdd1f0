import type { FolderFileEntry } from '../../stores/chat/folder-choice-store.ts';

/** Characters of a token, roughly; only for files that are text by their name. */
const bytesPerToken = 4;
const notText = /\.(png|jpe?g|gif|webp|pdf|docx)$/iu;

export interface FolderSum {
  readonly count: number;
  readonly sizeBytes: number;
  /** Estimated from the sizes of the texts; what is in documents and pictures is known when they are read. */
  readonly tokens: number;
}

export function sumOfFiles(files: readonly FolderFileEntry[], chosen: ReadonlySet<string>): FolderSum {
  let sizeBytes = 0;
  let tokens = 0;
  let count = 0;
  for (const file of files) {
    if (!chosen.has(file.path)) continue;
    count += 1;
    sizeBytes += file.sizeBytes;
    tokens += tokensOfFile(file) ?? 0;
  }
  return { count, sizeBytes, tokens };
}

/** Null when the size says nothing about it. */
export function tokensOfFile({ path, sizeBytes }: FolderFileEntry): number | null {
  return notText.test(path) ? null : Math.ceil(sizeBytes / bytesPerToken);
}

/** The files whose paths hold what was typed, whatever its case. */
export function filesWith(files: readonly FolderFileEntry[], typed: string): readonly FolderFileEntry[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return wanted === '' ? files : files.filter(({ path }) => path.toLocaleLowerCase().includes(wanted));
}

export function toggled(chosen: ReadonlySet<string>, path: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(path)) next.add(path);
  return next;
}
