import { type Importer, type ImportFile, type ParsedSession, unreadable } from './importer.ts';
import { parlorJsonImporter } from './parlor-json-importer.ts';

/** The kinds of files that can be imported; the first one that recognises a file reads it. */
const importers: readonly Importer[] = [parlorJsonImporter];

/** Every session of a file. Error: import-unreadable. */
export function parseFile(file: ImportFile): readonly ParsedSession[] {
  const importer = importers.find((each) => each.recognises(file));
  if (importer === undefined) {
    throw unreadable(file.name, 'it is not a session exported as Parlor JSON as Parlor JSON');
  }
  return importer.parse(file);
}
