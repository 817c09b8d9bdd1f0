import mammoth from 'mammoth';
import { messageOf } from '#shared/errors.ts';
import { unreadable } from './inspection.ts';

/** The paragraphs of a DOCX document, an empty line between them. Error: attachment-unreadable `damaged`. */
export async function readDocx(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { value } = await mammoth.extractRawText({ buffer });
    return value.trim();
  } catch (thrown) {
    throw unreadable(name, 'damaged', messageOf(thrown), thrown);
  }
}
