import { attachmentSizeLimit, type ChosenFile } from '#shared/contract/attachments.ts';
import { AppError, messageOf } from '#shared/errors.ts';

/** A file somebody gave, wherever it came from. */
export interface FileSource {
  /** With its path inside the folder it came with. */
  readonly name: string;
  /** Its bytes; of a chosen file that is no picture only which it is. Errors: attachment-too-large, attachment-unreadable. */
  read(): Promise<Uint8Array<ArrayBuffer> | ChosenFile>;
}

/** A file of a drop or of the clipboard. It is read only when it is not too large. */
export function sourceOfFile(file: File, name = file.name): FileSource {
  return {
    name,
    async read() {
      checkSize(name, file.size);
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch (thrown) {
        throw unreadable(name, 'gone', messageOf(thrown));
      }
    },
  };
}

/** A file of a choice in a dialog: when its turn comes main gives it if it is a picture, else reads it itself. */
export function sourceOfChosen(
  name: string,
  file: ChosenFile,
  readPicture: (file: ChosenFile) => Promise<Uint8Array | null>,
): FileSource {
  return {
    name,
    async read() {
      const bytes = await readPicture(file);
      if (bytes === null) return file;
      // What came over IPC has its memory to itself; only what does not is copied.
      return bytes.buffer instanceof ArrayBuffer
        ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        : new Uint8Array(bytes);
    },
  };
}

/** A text that becomes a file. */
export function sourceOfText(name: string, content: string): FileSource {
  return {
    name,
    read: async () => new Uint8Array(await new Blob([content]).arrayBuffer()),
  };
}

export function unreadable(
  name: string,
  reason: 'damaged' | 'gone' | 'too-many-pixels',
  detail: string,
): AppError {
  return new AppError({ code: 'attachment-unreadable', details: { name, reason, detail } });
}

function checkSize(name: string, sizeBytes: number): void {
  if (sizeBytes <= attachmentSizeLimit) return;
  const details = { name, sizeBytes, limitBytes: attachmentSizeLimit };
  throw new AppError({ code: 'attachment-too-large', details });
}
