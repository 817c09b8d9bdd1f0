import { basename } from 'node:path';
import { messageOf } from '#shared/errors.ts';
import { withOpenFile } from '../files/with-open-file.ts';
import { unreadable } from './prompt-file.ts';

const largestBytes = 50_000_000;

/** The text of a file in UTF-8. Error: prompts-unreadable. */
export async function readPromptText(path: string): Promise<string> {
  const name = basename(path);
  const bytes = await readBytes(path, name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(name, 'it is no text in UTF-8');
  }
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    const bytes = await withOpenFile(path, async (file, { size }) => {
      if (size > largestBytes) throw new Error(`it is larger than ${largestBytes / 1e6} MB`);
      return file.readFile();
    });
    if (bytes === null) throw new Error('it is no file');
    return bytes;
  } catch (thrown) {
    throw unreadable(name, messageOf(thrown));
  }
}
