import type { FileHandle } from 'node:fs/promises';
import { attachmentSizeLimit } from '#shared/contract/attachments.ts';
import { AppError, messageOf } from '#shared/errors.ts';
import { pictureHeadLength, pictureMimeOf } from '#shared/picture-kind.ts';
import { withOpenFile } from '../files/with-open-file.ts';
import { unreadable } from './inspection.ts';

/** The bytes of a file, which is told of under `name`. Errors: attachment-too-large, attachment-unreadable. */
export function readChosenFile(path: string, name: string): Promise<Uint8Array> {
  return withFile(path, name, (file) => readLimited(file, name));
}

/** The bytes of a picture; null for any other file, of which only the beginning is read. Errors: as for `readChosenFile`. */
export function readChosenPicture(path: string, name: string): Promise<Uint8Array | null> {
  return withFile(path, name, async (file) => {
    const { buffer } = await file.read({ buffer: new Uint8Array(pictureHeadLength), position: 0 });
    return pictureMimeOf(buffer) === null ? null : readLimited(file, name);
  });
}

async function withFile<T>(path: string, name: string, read: (file: FileHandle) => Promise<T>): Promise<T> {
  let given: { readonly value: T } | null;
  try {
    given = await withOpenFile(path, async (file, { size }) => {
      if (size > attachmentSizeLimit) throw tooLarge(name, size);
      return { value: await read(file) };
    });
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : unreadable(name, 'gone', messageOf(thrown), thrown);
  }
  if (given === null) throw unreadable(name, 'unknown-kind');
  return given.value;
}

async function readLimited(file: FileHandle, name: string): Promise<Uint8Array> {
  const bytes = await file.readFile();
  // It may have grown since it was asked for its size.
  if (bytes.byteLength > attachmentSizeLimit) throw tooLarge(name, bytes.byteLength);
  return bytes;
}

export function tooLarge(name: string, sizeBytes: number): AppError {
  const details = { name, sizeBytes, limitBytes: attachmentSizeLimit };
  return new AppError({ code: 'attachment-too-large', details });
}
