import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { Attachment } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { focusIfLost } from '../../focus.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import { factsOf, problemOf, spokenName } from './attachment-facts.ts';
import styles from './draft-chip.module.css';
import { FileName } from './file-name.tsx';
import { KindIcon } from './kind-icon.tsx';
import { Thumbnail } from './thumbnail.tsx';

export interface DraftChipProps {
  readonly attachment: Attachment;
  /** A picture is not when no model that answers can see it. */
  readonly isSent: boolean;
  /** Whether Tab comes to this one of the list. */
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onRemove: () => void;
}

/** A file that will go with the message: opens when pressed, and can be taken out. */
export function DraftChip({ attachment, isSent, isTabStop, onFocus, onRemove }: DraftChipProps) {
  const openAbout = useViewStore((store) => store.openAbout);
  const problem = problemOf(attachment, isSent);
  return (
    <li className={styles['chip']}>
      <button
        type="button"
        className={styles['open']}
        data-chip
        tabIndex={isTabStop ? 0 : -1}
        aria-keyshortcuts="Delete"
        onFocus={onFocus}
        onClick={() => openAbout({ name: 'attachment', attachment })}
      >
        <VisuallyHidden>{spokenName(attachment, isSent)}</VisuallyHidden>
        <span className={styles['sign']} aria-hidden>
          {attachment.kind === 'image' ? (
            <Thumbnail attachment={attachment} />
          ) : (
            <KindIcon kind={attachment.kind} size={18} />
          )}
        </span>
        <span className={styles['words']} aria-hidden>
          <FileName name={attachment.name} />
          {problem === null ? (
            <span className={styles['facts']}>{factsOf(attachment).join(' · ')}</span>
          ) : (
            <span className={styles['problem']}>{problem}</span>
          )}
        </span>
      </button>
      {/* Delete on the file does the same, so Tab need not stop here. */}
      <button
        type="button"
        className={styles['remove']}
        tabIndex={-1}
        aria-label={text.attachments.remove(attachment.name)}
        onClick={onRemove}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}

export interface AddingChipProps {
  readonly name: string;
  readonly onRemove: () => void;
}

/** A file that is being read. */
export function AddingChip({ name, onRemove }: AddingChipProps) {
  // It goes by itself when the file is read.
  useEffect(() => () => focusIfLost('composer'), []);
  return (
    <li className={styles['chip']} data-adding aria-busy>
      <span className={styles['open']}>
        <span className={styles['sign']}>
          <span className={styles['busy']} aria-hidden />
        </span>
        <span className={styles['words']}>
          <FileName name={name} />
          <span className={styles['facts']}>{text.attachments.reading}</span>
        </span>
      </span>
      <button
        type="button"
        className={styles['remove']}
        aria-label={text.attachments.remove(name)}
        onClick={onRemove}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}
