import { PanelLeftOpen, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { leaveTrash } from '../../actions/trash.ts';
import { useTrashStore } from '../../stores/library/trash-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { isSidebarShown, useViewStore } from '../../stores/window/view-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useShortcut } from '../controls/shortcut.ts';
import { EmptyFrame } from '../empty/empty-frame.tsx';
import { ErrorNote } from '../errors/error-note.tsx';
import { Erasing } from './erasing.tsx';
import { TrashBar } from './trash-bar.tsx';
import { TrashList } from './trash-list.tsx';
import styles from './trash-view.module.css';

/** What was deleted: to bring back, or to delete for good. */
export function TrashView() {
  useEffect(() => attempt(useTrashStore.getState().load), []);
  return (
    <section className={styles['view']} aria-label={text.trash.label}>
      <Head />
      <Erasing />
      <Body />
    </section>
  );
}

function Head() {
  const heading = useRef<HTMLHeadingElement>(null);
  const isShown = useViewStore(isSidebarShown);
  const isNarrow = useViewStore((store) => store.isNarrow);
  const toggleSidebar = useViewStore((store) => store.toggleSidebar);
  const toggleShortcut = useShortcut('view.toggle-sidebar');

  // A screen reader begins to read here, and Tab goes on from here.
  useEffect(() => heading.current?.focus(), []);

  return (
    <header className={styles['head']}>
      {(!isShown || isNarrow) && (
        <IconButton
          label={text.sidebar.show}
          shortcut={toggleShortcut}
          aria-expanded={isShown}
          onClick={toggleSidebar}
        >
          <PanelLeftOpen size={17} aria-hidden />
        </IconButton>
      )}
      <h1 ref={heading} tabIndex={-1} className={styles['title']}>
        {text.trash.label}
      </h1>
      <IconButton label={text.trash.close} onClick={leaveTrash}>
        <X size={17} aria-hidden />
      </IconButton>
    </header>
  );
}

function Body() {
  const state = useTrashStore((store) => store.state);
  const count = useTrashStore((store) => store.items.length);
  const load = useTrashStore((store) => store.load);
  const trashDays = useSettingsStore((store) => store.settings.trashDays);
  if (typeof state === 'object') return <ErrorNote error={state} onRetry={() => attempt(load)} />;
  if (count === 0) {
    return state === 'ready' ? (
      <EmptyFrame title={text.trash.emptyTitle} body={text.trash.emptyBody} />
    ) : (
      <p className={styles['intro']}>{text.common.loading}</p>
    );
  }
  return (
    <>
      <p className={styles['intro']}>{text.trash.intro(trashDays)}</p>
      <TrashBar />
      <TrashList />
    </>
  );
}
