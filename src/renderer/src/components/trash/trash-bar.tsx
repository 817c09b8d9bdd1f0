import { useState } from 'react';
import type { TrashItem } from '#shared/contract/trash.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { emptyTrash, eraseItems, restoreItems } from '../../actions/trash.ts';
import { formatCount } from '../../format/numbers.ts';
import { selectedItems, useTrashStore } from '../../stores/library/trash-store.ts';
import { Button } from '../controls/button.tsx';
import { AskToErase, type EraseQuestion, questionAbout } from './ask-to-erase.tsx';
import styles from './trash-bar.module.css';

/** What can be done with the selected things, or with all of them. */
export function TrashBar() {
  const total = useTrashStore((store) => store.total);
  const selection = useTrashStore((store) => store.selection);
  const items = useTrashStore((store) => store.items);
  const isErasing = useTrashStore((store) => store.erasing !== null);
  const selectAll = useTrashStore((store) => store.selectAll);
  const clearSelection = useTrashStore((store) => store.clearSelection);
  // The list may be read anew under the question.
  const [asked, setAsked] = useState<readonly TrashItem[] | 'everything' | null>(null);
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
          <Button disabled={isErasing} onClick={() => setAsked('everything')}>
            {text.trash.emptyTrash}
          </Button>
        </>
      ) : (
        <>
          <Button look="quiet" onClick={clearSelection}>
            {text.trash.clearSelection}
          </Button>
          <Button onClick={() => attempt(() => restoreItems(selected))}>{text.trash.restore}</Button>
          <Button disabled={isErasing} onClick={() => setAsked(selected)}>
            {text.trash.erase}
          </Button>
        </>
      )}
      <AskToErase asked={asked && questionOf(asked, total)} onClose={() => setAsked(null)} />
    </div>
  );
}

function questionOf(asked: readonly TrashItem[] | 'everything', total: number): EraseQuestion {
  if (asked !== 'everything') return questionAbout(asked, eraseItems);
  return {
    question: text.trash.ask.empty(formatCount(total), total === 1),
    isAboutProject: false,
    confirmLabel: text.trash.emptyTrash,
    erase: emptyTrash,
  };
}
