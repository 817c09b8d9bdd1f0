import { X } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { formatCount } from '../../../format/numbers.ts';
import { Button } from '../../controls/button.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import styles from '../composer-line.module.css';
import type { PasteOffering } from './use-paste-offer.ts';

const words = text.writing.paste;

/** A line over the field about what was pasted into it. */
export function PasteOffer({ offer, accept, undo, dismiss }: PasteOffering) {
  if (offer === null) return null;
  const isOffered = offer.kind === 'offered';
  return (
    <div className={styles['line']}>
      <span className={styles['aside']} role="status">
        {isOffered ? words.offer(formatCount(offer.pasted.length)) : words.attached}
      </span>
      <Button look="quiet" onClick={isOffered ? accept : undo}>
        {isOffered ? words.attach : words.undo}
      </Button>
      {isOffered && (
        <IconButton label={words.dismiss} onClick={dismiss}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
