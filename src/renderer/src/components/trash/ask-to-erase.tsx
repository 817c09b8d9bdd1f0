import { useRef } from 'react';
import type { TrashItem } from '#shared/contract/trash.ts';
import { text } from '#shared/text/index.ts';
import { titleOfItem } from '../../actions/trash.ts';
import { formatCount } from '../../format/numbers.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import styles from './ask-to-erase.module.css';

export interface AskToEraseProps {
  readonly question: string;
  readonly isAboutProject: boolean;
  readonly confirmLabel: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asks before something is deleted for good, and says what is beyond Parlor's reach. */
export function AskToErase(props: AskToEraseProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <DialogFrame
      title={props.question}
      description={text.trash.ask.body}
      isOpen={props.isOpen}
      onClose={props.onClose}
      initialFocus={cancel}
    >
      {props.isAboutProject && <p className={styles['note']}>{text.trash.ask.withProject}</p>}
      <div className={styles['buttons']}>
        <Button ref={cancel} onClick={props.onClose}>
          {text.common.cancel}
        </Button>
        <Button
          className={styles['confirm']}
          onClick={() => {
            props.onClose();
            props.onConfirm();
          }}
        >
          {props.confirmLabel}
        </Button>
      </div>
    </DialogFrame>
  );
}

export function eraseQuestion(items: readonly TrashItem[]): string {
  const [first] = items;
  return first !== undefined && items.length === 1
    ? text.trash.ask.eraseOne(titleOfItem(first))
    : text.trash.ask.eraseMany(formatCount(items.length));
}
