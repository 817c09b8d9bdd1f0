import { useRef } from 'react';
import type { Session } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { renameSession, titleOf } from '../../actions/sessions.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { RenameField } from '../controls/rename-field.tsx';
import styles from './session-title.module.css';

export interface SessionTitleProps {
  readonly session: Session;
}

/** The title, renamed in place by a double click, Enter or F2. */
export function SessionTitle({ session }: SessionTitleProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isRenaming = useViewStore(
    ({ renaming }) =>
      renaming?.kind === 'session' && renaming.place === 'header' && renaming.id === session.id,
  );
  const startRenaming = useViewStore((store) => store.startRenaming);
  const stopRenaming = useViewStore((store) => store.stopRenaming);
  const rename = () => startRenaming({ kind: 'session', id: session.id, place: 'header' });

  function endRenaming(): void {
    stopRenaming();
    setTimeout(() => button.current?.focus());
  }

  return (
    <h1 className={styles['title']}>
      {isRenaming ? (
        <RenameField
          label={text.header.titleField}
          value={session.title}
          className={styles['field']}
          onSave={(title) => {
            endRenaming();
            if (title.trim() !== session.title) attempt(() => renameSession(session.id, title));
          }}
          onCancel={endRenaming}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className={styles['button']}
          title={text.header.rename}
          onDoubleClick={rename}
          // A click without a pointer is the keyboard's or a screen reader's.
          onClick={({ detail }) => detail === 0 && rename()}
        >
          {titleOf(session)}
        </button>
      )}
    </h1>
  );
}
