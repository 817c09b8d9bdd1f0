import { useEffect } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { leaveTrash } from '../../actions/trash.ts';
import { useTrashStore } from '../../stores/library/trash-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { ViewHead } from '../controls/view-head.tsx';
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
      <ViewHead title={text.trash.label} closeLabel={text.trash.close} onClose={leaveTrash} />
      <Erasing />
      <Body />
    </section>
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
