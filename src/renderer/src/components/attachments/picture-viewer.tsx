import { useState } from 'react';
import type { Attachment } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatCount } from '../../format/numbers.ts';
import type { PictureForm } from '../../stores/chat/pictures.ts';
import { sidesOf } from './attachment-facts.ts';
import styles from './picture-viewer.module.css';
import { usePicture } from './use-picture.ts';

const words = text.attachments;
const forms: readonly PictureForm[] = ['sent', 'original'];

/** A picture as the model gets it, or as it was given. */
export function PictureViewer({ attachment }: { readonly attachment: Attachment }) {
  const [form, setForm] = useState<PictureForm>('sent');
  const picture = usePicture(attachment.id, form);
  const [originalSides, setOriginalSides] = useState<string | null>(null);
  const sides = { sent: sidesOf(attachment), original: originalSides };

  return (
    <div className={styles['viewer']}>
      <div className={styles['forms']} role="radiogroup" aria-label={words.viewer.form}>
        {forms.map((each) => (
          <label key={each} className={styles['form']}>
            <input type="radio" name="picture-form" checked={form === each} onChange={() => setForm(each)} />
            {words.viewer[each]}
            {sides[each] !== null && <span className={styles['sides']}>{sides[each]}</span>}
          </label>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a large picture is scrolled with the keyboard */}
      <section className={styles['stage']} tabIndex={0} aria-label={attachment.name}>
        {picture.kind === 'shown' && (
          <img
            className={styles['picture']}
            src={picture.url}
            alt={attachment.name}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
              if (form === 'original') setOriginalSides(words.sides(formatCount(width), formatCount(height)));
            }}
          />
        )}
        {picture.kind === 'gone' && <p role="alert">{words.pictureGone}</p>}
      </section>
    </div>
  );
}
