import type { ErrorReport } from '#shared/errors.ts';
import { describeError, text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { tryDemo } from '../../actions/demo.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import styles from './error-note.module.css';
import { type Remedy, remediesFor } from './remedies.ts';

export interface ErrorNoteProps {
  readonly error: ErrorReport;
  /** Tries again what failed; without it there is no button for that. */
  readonly onRetry?: (() => void) | undefined;
}

/** What happened, what to do, and the buttons that do it. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const { what, todo } = describeError(error);
  const setModelPickerOpen = useViewStore((store) => store.setModelPickerOpen);
  const openDialog = useViewStore((store) => store.openDialog);

  const actions: Readonly<Record<Remedy, { readonly label: string; readonly run: () => void }>> = {
    retry: { label: text.common.retry, run: () => onRetry?.() },
    'choose-model': { label: text.chat.chooseModel, run: () => setModelPickerOpen(true) },
    'open-settings': { label: text.chat.openSettings, run: () => openDialog('settings') },
    'try-demo': { label: text.chat.tryDemo, run: () => attempt(tryDemo) },
  };
  const remedies = remediesFor(error.code).filter((remedy) => remedy !== 'retry' || onRetry !== undefined);

  return (
    <div className={styles['note']}>
      <p className={styles['what']}>{what}</p>
      <p className={styles['todo']}>{todo}</p>
      <div className={styles['buttons']}>
        {remedies.map((remedy) => (
          <Button key={remedy} onClick={actions[remedy].run}>
            {actions[remedy].label}
          </Button>
        ))}
      </div>
    </div>
  );
}
