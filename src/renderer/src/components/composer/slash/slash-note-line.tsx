import { text } from '#shared/text/index.ts';
import { focusOn } from '../../../focus.ts';
import { Button } from '../../controls/button.tsx';
import { ErrorNote } from '../../errors/error-note.tsx';
import styles from '../composer-line.module.css';
import type { SlashNote } from './slash-note.ts';

export interface SlashNoteLineProps {
  readonly note: SlashNote;
  readonly onSendAsText: (draft: string) => void;
}

/** Why a command was not run, under the field that still has it. */
export function SlashNoteLine({ note, onSendAsText }: SlashNoteLineProps) {
  if (note.kind === 'error') {
    return (
      <div className={styles['line']} role="alert">
        <ErrorNote error={note.error} />
      </div>
    );
  }
  return (
    <div className={styles['line']} role="alert">
      <span className={styles['problem']}>{note.sentence}</span>
      {note.canSendAsText && (
        <>
          <Button
            look="quiet"
            onClick={() => {
              onSendAsText(note.draft);
              focusOn('composer');
            }}
          >
            {text.slash.sendAsText}
          </Button>
          <span className={styles['aside']}>{text.slash.sendAsTextHint}</span>
        </>
      )}
    </div>
  );
}
