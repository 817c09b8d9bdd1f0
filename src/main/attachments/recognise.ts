import { fileTypeFromBuffer } from 'file-type';
import { decodeUnicode, decodeWindows1252 } from './decode-text.ts';
import { unreadable } from './inspection.ts';

export type Recognised =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pdf' | 'docx' }
  | { readonly kind: 'image'; readonly mime: string };

const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a file is by its bytes. Errors: attachment-unreadable `empty`, `encrypted`, `damaged`, `unknown-kind`. */
export async function recognise(name: string, bytes: Uint8Array): Promise<Recognised> {
  if (bytes.byteLength === 0) throw unreadable(name, 'empty');
  // Before the texts: the beginning of a PDF can be one. Its mark may stand up to a kilobyte from the start.
  if (Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')) return { kind: 'pdf' };
  // Before the library: it takes some texts for what begins with the same two letters.
  const text = decodeUnicode(bytes);
  if (text !== null) return text.trim() === '' ? refuse(name, 'empty') : { kind: 'text', text };
  const { mime } = (await fileTypeFromBuffer(bytes).catch(() => undefined)) ?? {};
  if (mime === docxMime) return { kind: 'docx' };
  if (mime?.startsWith('image/')) return { kind: 'image', mime };
  if (mime === 'application/x-cfb' && isEncryptedDocument(bytes)) return refuse(name, 'encrypted');
  if (mime === 'application/zip' && /\.docx$/i.test(name)) return refuse(name, 'damaged');
  const legacy = mime === undefined ? decodeWindows1252(bytes) : null;
  if (legacy !== null) return { kind: 'text', text: legacy };
  return refuse(name, 'unknown-kind', mime ?? '');
}

function refuse(
  name: string,
  reason: 'empty' | 'encrypted' | 'damaged' | 'unknown-kind',
  detail = '',
): never {
  throw unreadable(name, reason, detail);
}

/** A document with a password lies in a container of the old kind, in a stream of this name ([MS-OFFCRYPTO] 2.3.4.4). */
function isEncryptedDocument(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
