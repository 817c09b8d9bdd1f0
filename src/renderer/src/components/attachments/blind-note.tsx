import { EyeOff } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import styles from './blind-note.module.css';
import type { PictureAudience } from './picture-audience.ts';

const words = text.attachments;

export interface BlindNoteProps {
  readonly audience: PictureAudience;
  readonly pictureCount: number;
}

/** Says before sending which of the models that will answer do not get the pictures. */
export function BlindNote({ audience: { blind, isSomebody }, pictureCount }: BlindNoteProps) {
  const setModelPickerOpen = useViewStore((store) => store.setModelPickerOpen);
  if (pictureCount === 0 || blind.length === 0) return null;
  const models = text.answers.several.joined(blind);
  return (
    <div className={styles['note']} role="status">
      <EyeOff size={14} aria-hidden className={styles['sign']} />
      <span className={styles['sentence']}>
        {isSomebody ? words.blindToo(models, pictureCount) : words.blind(models, pictureCount)}
      </span>
      {!isSomebody && (
        <Button look="quiet" className={styles['mend']} onClick={() => setModelPickerOpen(true)}>
          {words.chooseOther}
        </Button>
      )}
    </div>
  );
}
