/** A folder as it is kept: `a/b`, without empty parts or spaces around the names. Empty = in no folder. */
export function folderPath(written: string): string {
  return written
    .normalize('NFC')
    .split('/')
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter((name) => name !== '')
    .join('/');
}
