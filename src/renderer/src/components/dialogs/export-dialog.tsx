import { type FormEvent, useState } from 'react';
import { type ExportFormat, exportFormats, thinkingIn } from '#shared/contract/transfer.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { exportSession } from '../../actions/sessions.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import styles from './dialog-form.module.css';

/** Asks which kind of file; where it goes is asked by the system. */
export function ExportDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'export');
  const sessionId = useViewStore((store) => store.exportSessionId);
  const closeDialog = useViewStore((store) => store.closeDialog);
  const [chosen, setChosen] = useState<ExportFormat>('markdown');
  const [withThinking, setWithThinking] = useState(false);

  /** Thinking is written when it was wanted this time, never because it was once. */
  function close(): void {
    setWithThinking(false);
    closeDialog();
  }

  function start(event: FormEvent): void {
    event.preventDefault();
    // A second Enter, while the dialog fades out, is none.
    if (useViewStore.getState().dialog !== 'export') return;
    close();
    if (sessionId !== null) attempt(() => exportSession({ sessionId, format: chosen, withThinking }));
  }

  return (
    <DialogFrame title={text.exportDialog.title} isOpen={isOpen} onClose={close}>
      <form className={styles['form']} onSubmit={start}>
        <fieldset className={styles['choices']}>
          <legend>
            <VisuallyHidden>{text.exportDialog.intro}</VisuallyHidden>
          </legend>
          {exportFormats.map((format) => (
            <label key={format} className={styles['choice']}>
              <input
                type="radio"
                name="export-format"
                checked={chosen === format}
                onChange={() => setChosen(format)}
              />
              <span className={styles['name']}>{text.exportDialog.formats[format].name}</span>
              <span className={styles['hint']}>{text.exportDialog.formats[format].hint}</span>
            </label>
          ))}
        </fieldset>
        {/* Greyed where it cannot be chosen, so that nothing moves under the pointer. */}
        <label className={styles['check']}>
          <input
            type="checkbox"
            disabled={thinkingIn[chosen] !== 'as-wanted'}
            checked={thinkingIn[chosen] === 'as-wanted' ? withThinking : thinkingIn[chosen] === 'always'}
            onChange={(event) => setWithThinking(event.target.checked)}
          />
          {text.transfer.withThinking}
        </label>
        <div className={styles['buttons']}>
          <Button onClick={close}>{text.common.cancel}</Button>
          <Button look="primary" type="submit">
            {text.exportDialog.export}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
