import type { AttachmentId } from '#shared/domain.ts';
import { api } from '../../api.ts';

export type PictureForm = 'sent' | 'original';

interface HeldPicture {
  readonly url: Promise<string>;
  users: number;
}

const held = new Map<string, HeldPicture>();

export interface PictureHold {
  /** An address for `<img>`, good until it is let go of. Rejects when main cannot read the picture. */
  readonly url: Promise<string>;
  release(): void;
}

/** The address of a picture; read once for all who use it at the same time, and freed when nobody does any more. */
export function holdPicture(id: AttachmentId, form: PictureForm): PictureHold {
  const key = `${form} ${id}`;
  const picture = held.get(key) ?? { url: readPicture(id, form), users: 0 };
  held.set(key, picture);
  picture.users += 1;
  let isReleased = false;
  return {
    url: picture.url,
    release() {
      if (isReleased) return;
      isReleased = true;
      picture.users -= 1;
      if (picture.users > 0) return;
      held.delete(key);
      picture.url.then(URL.revokeObjectURL, () => undefined);
    },
  };
}

async function readPicture(attachmentId: AttachmentId, form: PictureForm): Promise<string> {
  const { bytes, mime } = await api.request('attachments:picture', { attachmentId, form });
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
}
