import { attachmentSizeLimit, type ChosenFile } from '#shared/contract/attachments.ts';
import { AppError, messageOf } from '#shared/errors.ts';

/** A file somebody gave, wherever it came from. */
export interface FileSource {
  /** With its path inside the folder it came with. */
  readonly name: string;
  /** Its bytes. Errors: attachment-too-large, attachment-unreadable. */
  read(): Promise<Uint8Array<ArrayBuffer>>;
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

/** A file of a dialog; main has read it already, or tells why it could not. */
export function sourceOfChosen(file: ChosenFile): FileSource {
  return {
    name: file.name,
    async read() {
      if ('error' in file) throw new AppError(file.error);
      checkSize(file.name, file.bytes.byteLength);
      return new Uint8Array(file.bytes);
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
