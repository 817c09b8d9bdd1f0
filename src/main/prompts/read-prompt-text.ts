import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { messageOf } from '#shared/errors.ts';
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
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > largestBytes) throw new Error(`it is larger than ${largestBytes / 1e6} MB`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw unreadable(name, messageOf(thrown));
  }
}
