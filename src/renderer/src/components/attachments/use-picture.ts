import { useEffect, useState } from 'react';
import type { AttachmentId } from '#shared/domain.ts';
import { holdPicture, type PictureForm } from '../../stores/chat/pictures.ts';

export type PictureState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly url: string }
  | { readonly kind: 'gone' };

/** The address of a picture while the component is there; nothing is read unless it `isWanted`. */
export function usePicture(id: AttachmentId, form: PictureForm, isWanted = true): PictureState {
  const [state, setState] = useState<PictureState>({ kind: 'loading' });

  useEffect(() => {
    if (!isWanted) return;
    const picture = holdPicture(id, form);
    let isCurrent = true;
    const show = (next: PictureState) => isCurrent && setState(next);
    show({ kind: 'loading' });
    picture.url.then(
      (url) => show({ kind: 'shown', url }),
      () => show({ kind: 'gone' }),
    );
    return () => {
      isCurrent = false;
      picture.release();
    };
  }, [id, form, isWanted]);

  return state;
}
