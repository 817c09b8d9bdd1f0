import { useRef } from 'react';
import type { Attachment } from '#shared/domain.ts';
import { KindIcon } from './kind-icon.tsx';
import styles from './thumbnail.module.css';
import { useHasBeenNear } from './use-has-been-near.ts';
import { usePicture } from './use-picture.ts';

/** A picture, small; it is read when it comes near the view. Its place is kept meanwhile. */
export function Thumbnail({ attachment }: { readonly attachment: Attachment }) {
  const place = useRef<HTMLSpanElement>(null);
  const picture = usePicture(attachment.id, 'sent', useHasBeenNear(place));
  return (
    <span ref={place} className={styles['place']}>
      {picture.kind === 'shown' ? (
        // What it shows is said by the button it stands in.
        <img className={styles['picture']} src={picture.url} alt="" draggable={false} />
      ) : (
        <KindIcon kind="image" />
      )}
    </span>
  );
}
