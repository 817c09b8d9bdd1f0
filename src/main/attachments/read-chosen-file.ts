import { open } from 'node:fs/promises';
import { attachmentSizeLimit, type ChosenFile } from '#shared/contract/attachments.ts';
import { AppError, messageOf, toErrorReport } from '#shared/errors.ts';
import { unreadable } from './inspection.ts';

/** A file of the disk under the name it is to have, or why it cannot be read. Never more than the limit is read. */
export async function readChosenFile(path: string, name: string): Promise<ChosenFile> {
  try {
    return { name, bytes: await readLimited(path, name) };
  } catch (thrown) {
    const error = thrown instanceof AppError ? thrown : unreadable(name, 'gone', messageOf(thrown), thrown);
    return { name, error: toErrorReport(error) };
  }
}

async function readLimited(path: string, name: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const found = await file.stat();
    if (!found.isFile()) throw unreadable(name, 'unknown-kind');
    if (found.size > attachmentSizeLimit) throw tooLarge(name, found.size);
    const bytes = await file.readFile();
    if (bytes.byteLength > attachmentSizeLimit) throw tooLarge(name, bytes.byteLength);
    return bytes;
  } finally {
    await file.close();
  }
}

export function tooLarge(name: string, sizeBytes: number): AppError {
  const details = { name, sizeBytes, limitBytes: attachmentSizeLimit };
  return new AppError({ code: 'attachment-too-large', details });
}
