import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TrashItem } from '#shared/contract/trash.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { eraseItems, restoreItems } from '../../actions/trash.ts';
import { type ActiveRow, indexOfActive, keyOf, neighbourOf } from '../../stores/library/trash-state.ts';
import { selectedItems, useTrashStore } from '../../stores/library/trash-store.ts';
import { AskToErase, questionAbout } from './ask-to-erase.tsx';
import styles from './trash-list.module.css';
import { TrashRow } from './trash-row.tsx';

const rowHeight = 56;
/** Rows before the end at which the next page is asked for. */
const readAhead = 20;

/** The list, of which only the rows in sight are drawn. One row is in the order of Tab; arrows go to the others. */
export function TrashList() {
  const items = useTrashStore((store) => store.items);
  const selection = useTrashStore((store) => store.selection);
  const loadMore = useTrashStore((store) => store.loadMore);
  const total = useTrashStore((store) => store.total);
  const { toggle, extendTo, selectAll, clearSelection } = useTrashStore.getState();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<ActiveRow>({ key: null, index: 0 });
  const [wantsFocus, setWantsFocus] = useState(false);
  // The list may be read anew under the question.
  const [asked, setAsked] = useState<readonly TrashItem[] | null>(null);
  const current = indexOfActive(items, active);

  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The row with the keyboard stays, however far the list is scrolled.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), current])]
        .filter((row) => row >= 0)
        .sort((a, b) => a - b),
  });
  const lastShown = rows.getVirtualItems().at(-1)?.index ?? 0;

  useEffect(() => {
    if (lastShown >= items.length - readAhead) attempt(loadMore);
  }, [lastShown, items.length, loadMore]);

  useEffect(() => {
    if (!wantsFocus) return;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${current}"] input`)?.focus();
    setWantsFocus(false);
  }, [wantsFocus, current]);

  function activate(index: number): void {
    const item = items[index];
    setActive({ key: item === undefined ? null : keyOf(item.thing), index });
  }

  function moveTo(row: number): void {
    const target = Math.max(0, Math.min(items.length - 1, row));
    rows.scrollToIndex(target);
    activate(target);
    setWantsFocus(true);
  }

  /** The keyboard goes to the row beside those that leave the list. */
  async function takeAway(
    leaving: readonly TrashItem[],
    act: (items: readonly TrashItem[]) => Promise<void>,
  ): Promise<void> {
    const next = neighbourOf(items, current, leaving);
    await act(leaving);
    setActive(next);
    setWantsFocus(true);
  }

  /** The selected things, or, when none is selected, the one with the keyboard. */
  const meant = () => {
    const selected = selectedItems({ items, selection });
    return selected.length > 0 ? selected : items.slice(current, current + 1);
  };

  function handleKey(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, metaKey } = event;
    const isMod = ctrlKey || metaKey;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: pageRows,
      PageUp: -pageRows,
      Home: -items.length,
      End: items.length,
    };
    const step = steps[key];
    if (step !== undefined && !isMod && !event.altKey) {
      const target = Math.max(0, Math.min(items.length - 1, current + step));
      const item = items[target];
      const from = items[current];
      if (shiftKey && item !== undefined && from !== undefined) {
        if (selection.anchor === null) toggle(keyOf(from.thing));
        extendTo(keyOf(item.thing));
      }
      moveTo(target);
    } else if (isMod && key.toLowerCase() === 'a') selectAll();
    else if (key === 'Escape' && selection.keys.size > 0) clearSelection();
    else if (key === 'Delete') setAsked(meant());
    else if (key === 'Enter' && event.target instanceof HTMLInputElement)
      attempt(() => takeAway(meant(), restoreItems));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      <ul
        className={styles['list']}
        style={{ height: rows.getTotalSize() }}
        aria-label={text.trash.list}
        aria-description={text.trash.keys}
        onKeyDown={handleKey}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const key = keyOf(item.thing);
          return (
            <TrashRow
              key={key}
              item={item}
              index={index}
              total={total}
              top={start}
              isActive={index === current}
              isSelected={selection.keys.has(key)}
              onActive={() => activate(index)}
              onToggle={(isRange) => (isRange ? extendTo(key) : toggle(key))}
              onRestore={() => attempt(() => takeAway([item], restoreItems))}
              onErase={() => {
                activate(index);
                clearSelection();
                setAsked([item]);
              }}
            />
          );
        })}
      </ul>
      <AskToErase
        asked={asked && questionAbout(asked, (things) => takeAway(things, eraseItems))}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}
