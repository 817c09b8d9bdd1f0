import { type NewFile, sentPictureSide } from '#shared/contract/attachments.ts';
import type { AttachmentId } from '#shared/domain.ts';
import { pictureHeadLength, pictureMimeOf } from '#shared/picture-kind.ts';
import { formatCount } from '../format/numbers.ts';
import { type FileSource, unreadable } from './file-source.ts';
import { convertPicture } from './picture-worker-client.ts';

/** Reads a file and, when its bytes are a picture's, makes the form in which that is sent. Errors: as for `read`. */
export async function prepareFile(id: AttachmentId, source: FileSource): Promise<NewFile> {
  const { name } = source;
  const bytes = await source.read();
  if (!(bytes instanceof Uint8Array)) return { id, name, content: { kind: 'chosen', file: bytes } };
  const mime = pictureMimeOf(bytes.subarray(0, pictureHeadLength));
  if (mime === null) return { id, name, content: { kind: 'bytes', bytes, picture: null } };

  const outcome = await convertPicture(new Blob([bytes], { type: mime }), mime, sentPictureSide);
  switch (outcome.kind) {
    case 'picture':
      return { id, name, content: { kind: 'bytes', bytes, picture: outcome.picture } };
    case 'too-many-pixels':
      throw unreadable(
        name,
        'too-many-pixels',
        `${formatCount(outcome.width)} × ${formatCount(outcome.height)}`,
      );
    case 'damaged':
      throw unreadable(name, 'damaged', outcome.detail);
  }
}
