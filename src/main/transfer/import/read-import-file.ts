import { basename } from 'node:path';
import { AppError, messageOf } from '#shared/errors.ts';
import { withOpenFile } from '../../files/with-open-file.ts';
import { type ImportFile, unreadable } from './importer.ts';
import { parseLargeJson } from './large-json.ts';

/** Largest file in bytes. With what is decoded from it, its thread needs about three times as much memory. */
export const importSizeLimit = 1_000_000_000;

/** A file that was chosen, read. Error: import-unreadable. */
export async function readImportFile(path: string, sizeLimit = importSizeLimit): Promise<ImportFile> {
  const name = basename(path);
  const bytes = await readBytes(path, name, sizeLimit);
  let parsed: { readonly value: unknown } | undefined;
  return {
    name,
    bytes,
    json() {
      parsed ??= { value: parseJson(name, bytes) };
      return parsed.value;
    },
  };
}

async function readBytes(path: string, name: string, sizeLimit: number): Promise<Uint8Array> {
  try {
    const bytes = await withOpenFile(path, async (file, { size }) => {
      if (size === 0) throw unreadable(name, 'it is empty');
      if (size > sizeLimit) {
        const limit = `${sizeLimit / 1e6} MB is the most that can be imported`;
        throw unreadable(name, `it has ${Math.ceil(size / 1e6)} MB, and ${limit}`);
      }
      return file.readFile();
    });
    if (bytes === null) throw unreadable(name, 'it is no file');
    return bytes;
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw unreadable(name, `it could not be read (${messageOf(thrown)})`, thrown);
  }
}

function parseJson(name: string, bytes: Uint8Array): unknown {
  try {
    return parseLargeJson(bytes);
  } catch (thrown) {
    throw unreadable(name, `it is no JSON, or not whole (${messageOf(thrown)})`.slice(0, 300), thrown);
  }
}
