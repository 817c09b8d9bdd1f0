import { useRef } from 'react';
import type { TrashItem } from '#shared/contract/trash.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { titleOfItem } from '../../actions/trash.ts';
import { formatCount } from '../../format/numbers.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import styles from './ask-to-erase.module.css';

/** What is asked, and what a yes does: to the very things that were asked about, whatever the list shows by then. */
export interface EraseQuestion {
  readonly question: string;
  readonly isAboutProject: boolean;
  readonly confirmLabel: string;
  readonly erase: () => Promise<void>;
}

export interface AskToEraseProps {
  /** Null = nothing is asked. */
  readonly asked: EraseQuestion | null;
  readonly onClose: () => void;
}

/** Asks before something is deleted for good, and says what is beyond Parlor's reach. */
export function AskToErase({ asked, onClose }: AskToEraseProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  // The words stay while the dialog fades.
  const last = useRef(asked);
  if (asked !== null) last.current = asked;
  const shown = last.current;
  return (
    <DialogFrame
      title={shown?.question ?? ''}
      description={text.trash.ask.body}
      isOpen={asked !== null}
      onClose={onClose}
      initialFocus={cancel}
    >
      {shown?.isAboutProject === true && <p className={styles['note']}>{text.trash.ask.withProject}</p>}
      <div className={styles['buttons']}>
        <Button ref={cancel} onClick={onClose}>
          {text.common.cancel}
        </Button>
        <Button
          className={styles['confirm']}
          onClick={() => {
            onClose();
            if (asked !== null) attempt(asked.erase);
          }}
        >
          {shown?.confirmLabel}
        </Button>
      </div>
    </DialogFrame>
  );
}

export function questionAbout(
  items: readonly TrashItem[],
  erase: (items: readonly TrashItem[]) => Promise<void>,
): EraseQuestion {
  const [first] = items;
  return {
    question:
      first !== undefined && items.length === 1
        ? text.trash.ask.eraseOne(titleOfItem(first))
        : text.trash.ask.eraseMany(formatCount(items.length)),
    isAboutProject: items.some(({ thing }) => thing.kind === 'project'),
    confirmLabel: text.trash.erase,
    erase: () => erase(items),
  };
}
