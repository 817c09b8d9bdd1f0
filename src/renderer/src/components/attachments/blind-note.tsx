import { EyeOff } from 'lucide-react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { useAnsweringModel } from '../models/use-answering-model.ts';
import styles from './blind-note.module.css';
import { useIsBlind } from './use-blind-model.ts';

export interface BlindNoteProps {
  readonly sessionId: SessionId;
  readonly pictureCount: number;
}

/** Says before sending that the model of the session will not get the pictures. */
export function BlindNote({ sessionId, pictureCount }: BlindNoteProps) {
  const model = useAnsweringModel(sessionId);
  const isBlind = useIsBlind(model);
  const setModelPickerOpen = useViewStore((store) => store.setModelPickerOpen);
  if (pictureCount === 0 || model === null || !isBlind) return null;
  return (
    <div className={styles['note']} role="status">
      <EyeOff size={14} aria-hidden className={styles['sign']} />
      <span className={styles['sentence']}>{text.attachments.blind(model, pictureCount)}</span>
      <Button look="quiet" className={styles['mend']} onClick={() => setModelPickerOpen(true)}>
        {text.attachments.chooseOther}
      </Button>
    </div>
  );
}
