import { Ellipsis } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import type { SessionSummary } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deleteSession, openSession, renameSession, titleOf } from '../../actions/sessions.ts';
import { focusOn } from '../../focus.ts';
import { formatFullTime } from '../../format/time.ts';
import { useChatStore } from '../../stores/chat-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { classNames } from '../controls/class-names.ts';
import { RenameField } from '../controls/rename-field.tsx';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import { anchorOf, type MenuAnchor, useOpenMenu } from './menu-context.ts';
import styles from './session-row.module.css';

export interface SessionRowProps {
  readonly session: SessionSummary;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  /** When it was last active, as short as possible. */
  readonly time: string;
}

export const SessionRow = memo(function SessionRow({ session, isOpen, isTabStop, time }: SessionRowProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isBusy = useChatStore((store) => store.running[session.id] !== undefined);
  const isRenaming = useViewStore(
    ({ renaming }) =>
      renaming?.kind === 'session' && renaming.place === 'sidebar' && renaming.id === session.id,
  );
  const startRenaming = useViewStore((store) => store.startRenaming);
  const stopRenaming = useViewStore((store) => store.stopRenaming);
  const openMenu = useOpenMenu();
  const title = titleOf(session);

  const rename = () => startRenaming({ kind: 'session', id: session.id, place: 'sidebar' });
  const showMenu = (anchor: MenuAnchor) =>
    openMenu({ kind: 'session', session, anchor, returnFocusTo: button.current });

  function open(): void {
    attempt(async () => {
      await openSession(session.id);
      // A second click may have begun to rename meanwhile.
      if (useViewStore.getState().renaming === null) focusOn('composer');
    });
  }

  // Shortcuts walk the list too; its open row stays in sight.
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  function endRenaming(): void {
    stopRenaming();
    setTimeout(() => button.current?.focus());
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.key === 'F2') rename();
    else if (event.key === 'Delete') {
      focusNeighbour(button.current);
      attempt(() => deleteSession(session.id));
    } else return;
    event.preventDefault();
  }

  if (isRenaming) {
    return (
      <li className={classNames(styles['row'], isOpen && styles['open'], styles['renaming'])}>
        <RenameField
          label={text.sidebar.titleField}
          value={session.title}
          onSave={(entered) => {
            endRenaming();
            if (entered.trim() !== session.title) attempt(() => renameSession(session.id, entered));
          }}
          onCancel={endRenaming}
        />
      </li>
    );
  }

  return (
    <li className={classNames(styles['row'], isOpen && styles['open'])}>
      <button
        ref={button}
        type="button"
        data-roving
        className={styles['button']}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isOpen ? 'page' : undefined}
        onClick={open}
        onDoubleClick={rename}
        onKeyDown={handleKey}
        onContextMenu={(event) => {
          event.preventDefault();
          showMenu(anchorOf(event));
        }}
      >
        <span className={styles['title']}>
          {isBusy && (
            <span className={styles['busy']}>
              <VisuallyHidden>{text.sidebar.answering}</VisuallyHidden>
            </span>
          )}
          {title}
        </span>
        <time
          className={styles['time']}
          dateTime={new Date(session.updatedAt).toISOString()}
          title={formatFullTime(session.updatedAt)}
        >
          {time}
        </time>
        {session.preview !== '' && <span className={styles['preview']}>{session.preview}</span>}
      </button>
      <button
        type="button"
        className={styles['menu']}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={text.sidebar.sessionMenu(title)}
        aria-haspopup="menu"
        onClick={(event) => showMenu(event.currentTarget)}
      >
        <Ellipsis size={15} aria-hidden />
      </button>
    </li>
  );
});

/** Keeps the keyboard in the list when its row is about to go. */
function focusNeighbour(row: HTMLElement | null): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-roving]')];
  const index = row === null ? -1 : rows.indexOf(row);
  (rows[index + 1] ?? rows[index - 1])?.focus();
}
