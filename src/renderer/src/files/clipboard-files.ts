/** What a paste brings: the part of a DataTransfer that is looked at. */
export interface PastedData {
  readonly files: ArrayLike<File>;
  getData(type: string): string;
}

/**
 * The files of a paste; none when it is text that was copied. Spreadsheets and word processors put a picture of the text
 * beside it, file managers put the paths of the files beside them.
 */
export function filesOfPaste(data: PastedData): readonly File[] {
  const files = Array.from(data.files);
  if (files.length === 0) return [];
  const lines = data
    .getData('text/plain')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '');
  const names = new Set(files.map(({ name }) => name));
  return lines.every((line) => names.has(fileNameOf(line))) ? files : [];
}

function fileNameOf(line: string): string {
  const path = line.startsWith('file://') ? decoded(line) : line;
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).trim();
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
