import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { MessageId, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deleteMessages } from '../../actions/branches.ts';
import { deleteBranch } from '../../actions/deleting.ts';
import { openAt } from '../../actions/open-at.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import styles from './tree.module.css';
import { type TreeDeletion, TreeFoot } from './tree-foot.tsx';
import { TreeLine } from './tree-line.tsx';
import { rowAfterKey, rowWithPrefix, type TreeRow } from './tree-rows.ts';

const rowHeight = 46;
/** Letters that come closer together are one word. */
const typingPauseMs = 800;

export interface TreeListProps {
  readonly sessionId: SessionId;
  readonly rows: readonly TreeRow[];
  readonly omitted: number;
}

/** The lines, of which only those in sight are drawn. The tree has the keyboard, one line is the active one. */
export function TreeList({ sessionId, rows, omitted }: TreeListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const now = useNow(60_000);
  const closeDialog = useViewStore((store) => store.closeDialog);
  const openAbout = useViewStore((store) => store.openAbout);
  const isBusy = useChatStore(({ running }) => running[sessionId] !== undefined);
  const [active, setActive] = useState<{ readonly id: MessageId | null; readonly index: number }>(() => {
    const index = rows.findLastIndex((row) => row.isActive);
    return { id: rows[index]?.message.id ?? null, index: Math.max(0, index) };
  });
  const found = rows.findIndex(({ message }) => message.id === active.id);
  const current = found < 0 ? Math.min(active.index, rows.length - 1) : found;
  const row = rows[current];

  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  // The sheet was there before its lines were: the keyboard comes to them now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the way in goes to where one is
  useEffect(() => {
    lines.scrollToIndex(current, { align: 'center' });
    scroller.current?.focus({ preventScroll: true });
  }, []);

  function moveTo(index: number): void {
    setActive({ id: rows[index]?.message.id ?? null, index });
    lines.scrollToIndex(index);
  }

  function goThere({ message }: TreeRow): void {
    closeDialog();
    attempt(() => openAt(sessionId, message.id, []));
  }

  function remove({ message }: TreeRow, what: TreeDeletion): void {
    if (isBusy) return;
    attempt(() =>
      what === 'one' ? deleteMessages(sessionId, [message.id]) : deleteBranch(sessionId, message.id),
    );
  }

  function compare({ message, siblingIds }: TreeRow): void {
    if (siblingIds.length < 2) return;
    openAbout({ name: 'compare', sessionId, messageId: message.id, siblingIds });
  }

  const typed = useRef({ word: '', at: 0 });
  function type(letter: string): void {
    const isNew = performance.now() - typed.current.at > typingPauseMs;
    typed.current = { word: isNew ? letter : typed.current.word + letter, at: performance.now() };
    moveTo(rowWithPrefix(rows, isNew ? current : current - 1, typed.current.word));
  }

  function handleKey(event: KeyboardEvent): void {
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const target = rowAfterKey(rows, current, event.key, pageRows);
    if (target !== null) moveTo(target);
    else if (event.key === 'Enter') goThere(row);
    else if (event.key === 'Delete') remove(row, event.shiftKey ? 'with-what-follows' : 'one');
    else if (event.key === '=') compare(row);
    else if (event.key.length === 1) type(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        className={styles['scroller']}
        role="tree"
        tabIndex={0}
        aria-label={text.branches.tree.label}
        aria-description={text.branches.tree.keys}
        aria-activedescendant={row === undefined ? undefined : `${prefix}${row.message.id}`}
        onKeyDown={handleKey}
      >
        <div role="presentation" className={styles['lines']} style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const each = rows[index];
            if (each === undefined) return null;
            return (
              <TreeLine
                key={each.message.id}
                id={`${prefix}${each.message.id}`}
                row={each}
                top={start}
                position={index + 1}
                count={rows.length}
                now={now}
                isCurrent={index === current}
                onChoose={() => moveTo(index)}
                onGo={() => goThere(each)}
              />
            );
          })}
        </div>
      </div>
      {omitted > 0 && <p className={styles['note']}>{text.branches.tree.omitted(omitted)}</p>}
      {row !== undefined && (
        <TreeFoot
          row={row}
          isBusy={isBusy}
          onGo={() => goThere(row)}
          onCompare={() => compare(row)}
          onDelete={(what) => remove(row, what)}
        />
      )}
    </div>
  );
}
