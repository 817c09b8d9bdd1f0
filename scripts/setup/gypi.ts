/**
 * The strings of the first `'defines': [...]` list of a gyp file. Gyp files are Python literals; better-sqlite3's
 * lists hold plain quoted strings only, so no Python is needed to read them.
 *
 * Throws when there is no such list or it is empty: the package has changed, and a build without its defines
 * would be a different SQLite.
 */
export function readDefines(gypText: string): readonly string[] {
  const withoutComments = gypText.replace(/^\s*#.*$/gm, '');
  const list = /'defines':\s*\[([^\]]*)\]/.exec(withoutComments)?.[1] ?? '';
  const defines = [...list.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  if (defines.length === 0) {
    throw new Error(
      "There is no list of defines in better-sqlite3's gyp file any more: adapt scripts/setup/gypi.ts.",
    );
  }
  return defines;
}
