import { createHash } from 'node:crypto';
import type { NewAttachment } from '../interface.ts';
import { hexId } from './fixtures.ts';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A text file with its id in it, for the draft of the first session; what is not named follows from the bytes. */
export function newAttachment(
  id: string,
  { bytes = Buffer.from(`bytes of ${id}`), ...changes }: Partial<NewAttachment> = {},
): NewAttachment {
  const text = changes.text === undefined ? `words of ${id}` : changes.text;
  return {
    sessionId: hexId(1),
    id,
    kind: 'text',
    name: `${id}.txt`,
    mime: 'text/plain',
    sizeBytes: bytes.byteLength,
    width: null,
    height: null,
    pageCount: null,
    textLength: text?.length ?? null,
    tokenEstimate: 3,
    bytes,
    sha256: sha256Of(bytes),
    sent: null,
    text,
    at: 1,
    ...changes,
  };
}

/** The form in which a picture is sent, its bytes being that text. */
export function sentPicture(content: string): NonNullable<NewAttachment['sent']> {
  const bytes = Buffer.from(content);
  return { bytes, sha256: sha256Of(bytes), mime: 'image/png' };
}

/** A picture that is sent in another form than it was given in. */
export function newPicture(id: string, changes: Partial<NewAttachment> = {}): NewAttachment {
  return newAttachment(id, {
    kind: 'image',
    name: `${id}.webp`,
    mime: 'image/webp',
    width: 20,
    height: 10,
    text: null,
    sent: sentPicture(`sent form of ${id}`),
    ...changes,
  });
}
