import { useState } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { emptyTrash, eraseItems, restoreItems } from '../../actions/trash.ts';
import { formatCount } from '../../format/numbers.ts';
import { selectedItems, useTrashStore } from '../../stores/library/trash-store.ts';
import { Button } from '../controls/button.tsx';
import { AskToErase, eraseQuestion } from './ask-to-erase.tsx';
import styles from './trash-bar.module.css';

/** What can be done with the selected things, or with all of them. */
export function TrashBar() {
  const total = useTrashStore((store) => store.total);
  const selection = useTrashStore((store) => store.selection);
  const items = useTrashStore((store) => store.items);
  const isErasing = useTrashStore((store) => store.erasing !== null);
  const selectAll = useTrashStore((store) => store.selectAll);
  const clearSelection = useTrashStore((store) => store.clearSelection);
  const [asking, setAsking] = useState<'selected' | 'everything' | null>(null);
  const selected = selectedItems({ items, selection });
  const count = selected.length;

  return (
    <div className={styles['bar']}>
      <p className={styles['count']} aria-live="polite">
        {count === 0
          ? text.trash.total(formatCount(total), total === 1)
          : text.trash.selected(formatCount(count))}
      </p>
      {count === 0 ? (
        <>
          <Button look="quiet" onClick={selectAll}>
            {text.trash.selectAll}
          </Button>
          <Button disabled={isErasing} onClick={() => setAsking('everything')}>
            {text.trash.emptyTrash}
          </Button>
        </>
      ) : (
        <>
          <Button look="quiet" onClick={clearSelection}>
            {text.trash.clearSelection}
          </Button>
          <Button onClick={() => attempt(() => restoreItems(selected))}>{text.trash.restore}</Button>
          <Button disabled={isErasing} onClick={() => setAsking('selected')}>
            {text.trash.erase}
          </Button>
        </>
      )}
      <AskToErase
        question={
          asking === 'everything'
            ? text.trash.ask.empty(formatCount(total), total === 1)
            : eraseQuestion(selected)
        }
        isAboutProject={selected.some(({ thing }) => thing.kind === 'project')}
        confirmLabel={asking === 'everything' ? text.trash.emptyTrash : text.trash.erase}
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        onConfirm={() => attempt(() => (asking === 'everything' ? emptyTrash() : eraseItems(selected)))}
      />
    </div>
  );
}
