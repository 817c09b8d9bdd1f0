import { createHash } from 'node:crypto';
import { estimatePictureTokens, estimateTokens } from '#shared/tokens.ts';
import { type InspectedFile, type InspectionInput, unreadable } from './inspection.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { recognise } from './recognise.ts';
import { textMime } from './text-mime.ts';

/**
 * What a file is and what is in it. The window decodes pictures: one it could not decode comes without `picture`.
 * Error: attachment-unreadable.
 */
export async function inspectFile({ name, bytes, picture }: InspectionInput): Promise<InspectedFile> {
  const found = await recognise(name, bytes);
  switch (found.kind) {
    case 'image':
      if (picture === null)
        throw unreadable(name, isOffered(found.mime) ? 'damaged' : 'unknown-kind', found.mime);
      return inspectPicture(bytes, found.mime, picture);
    case 'text':
      if (binaryName.test(name)) throw unreadable(name, 'damaged', 'it holds plain text');
      return withText(bytes, { kind: 'text', mime: textMime(name), text: found.text, pageCount: null });
    case 'pdf':
      return withText(bytes, { kind: 'pdf', mime: 'application/pdf', ...(await readPdf(name, bytes)) });
    case 'docx': {
      const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      const { text, picturesLeftOut } = await readDocx(name, bytes);
      const read = withText(bytes, { kind: 'docx', mime, text, pageCount: null });
      return picturesLeftOut === 0 ? read : { ...read, picturesLeftOut };
    }
  }
}

/** Whoever gives a file of such a name means what the name says. */
const binaryName = /\.(?:pdf|docx|png|jpe?g|webp|gif)$/iu;

function isOffered(mime: string): boolean {
  return ['image/png', 'image/jpeg', 'image/webp', 'image/gif'].includes(mime);
}

function withText(
  bytes: Uint8Array,
  read: Pick<InspectedFile, 'kind' | 'mime' | 'pageCount'> & { readonly text: string },
): InspectedFile {
  return {
    ...read,
    bytes,
    sha256: sha256Of(bytes),
    width: null,
    height: null,
    tokenEstimate: estimateTokens(read.text),
    sent: null,
  };
}

function inspectPicture(
  bytes: Uint8Array,
  mime: string,
  picture: NonNullable<InspectionInput['picture']>,
): InspectedFile {
  const { width, height } = picture;
  const sha256 = sha256Of(bytes);
  const sentSha256 = sha256Of(picture.bytes);
  return {
    kind: 'image',
    mime,
    bytes,
    sha256,
    width,
    height,
    pageCount: null,
    text: null,
    tokenEstimate: estimatePictureTokens(width, height),
    sent: sentSha256 === sha256 ? null : { bytes: picture.bytes, sha256: sentSha256, mime: picture.mime },
  };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
