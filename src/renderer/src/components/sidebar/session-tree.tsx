import { type KeyboardEvent, useMemo, useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { isInTextField } from '../../focus.ts';
import { formatShortTime } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useFoldsStore } from '../../stores/library/folds-store.ts';
import { useSelectionStore } from '../../stores/library/selection-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { layoutOf, type Row, rowAt, topOf } from '../../stores/library/sidebar-layout.ts';
import { HeadingRow, sectionName } from './heading-row.tsx';
import { NoteRow } from './note-row.tsx';
import { SessionRow } from './session-row.tsx';
import styles from './session-tree.module.css';
import { TreeContext } from './tree-context.ts';
import { intentOf } from './tree-keys.ts';
import { useActiveRow } from './use-active-row.ts';
import { usePrefetch } from './use-prefetch.ts';
import { useRowWindow } from './use-row-window.ts';
import { useSessionDrop } from './use-session-drop.ts';
import { useTreeActions } from './use-tree-actions.ts';
import { useTreeIntents } from './use-tree-intents.ts';

/** All sessions by project: one list, of which only what is near the view is drawn. */
export function SessionTree() {
  const scroller = useRef<HTMLDivElement>(null);
  const projects = useSessionsStore((store) => store.projects);
  const groups = useSessionsStore((store) => store.groups);
  const view = useSessionsStore((store) => store.view);
  const folded = useFoldsStore((store) => store.folded);
  const selected = useSelectionStore((store) => store.selection.ids);
  const openSessionId = useChatStore((store) => store.openSessionId);
  const now = useNow(30_000);

  const layout = useMemo(
    () => layoutOf({ projects, groups, view, folded }),
    [projects, groups, view, folded],
  );
  const drawn = useRowWindow(scroller, layout);
  const active = useActiveRow(scroller, layout);
  usePrefetch(layout, drawn);
  const drop = useSessionDrop(layout);
  const actions = useTreeActions(layout, active, drop.start);
  const follow = useTreeIntents(layout, active);

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (isInTextField(event.target as Element)) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / 52) - 1);
    const intent = intentOf(event, layout, active.index, pageRows);
    if (intent !== null && follow(intent)) event.preventDefault();
  }

  function draw(index: number) {
    const row = rowAt(layout, index);
    if (row === undefined) return null;
    const isTabStop = index === active.index;
    if (row.kind === 'heading') {
      const isDropTarget = drop.target === row.section.key;
      return (
        <HeadingRow key={row.key} section={row.section} isTabStop={isTabStop} isDropTarget={isDropTarget} />
      );
    }
    const top = topOf(layout, index);
    if (row.kind === 'note') return <NoteRow key={row.key} row={row} top={top} isTabStop={isTabStop} />;
    return (
      <SessionRow
        key={row.key}
        session={row.session}
        top={top}
        level={row.section.level + 1}
        position={row.position + 1}
        siblings={row.section.group.hasMore ? -1 : row.section.group.sessions.length}
        isOpen={row.key === openSessionId}
        isTabStop={isTabStop}
        isSelected={selected.has(row.key)}
        time={formatShortTime(timeOf(row, view.sort), now)}
      />
    );
  }

  const targetSection = layout.sections.find(({ key }) => key === drop.target);
  const indexes = Array.from({ length: drawn.to - drawn.from }, (_, step) => drawn.from + step);
  // The row with the keyboard stays, however far one scrolls.
  if (active.index >= 0 && active.index < drawn.from) indexes.unshift(active.index);
  if (active.index >= drawn.to) indexes.push(active.index);

  return (
    <TreeContext value={actions}>
      <div ref={scroller} className={styles['scroller']} {...drop.handlers}>
        <div
          role="tree"
          aria-label={text.library.sections}
          aria-multiselectable
          className={styles['rows']}
          style={{ height: layout.height }}
          onKeyDown={handleKey}
          onFocus={active.onFocus}
          onBlur={active.onBlur}
        >
          {indexes.map(draw)}
        </div>
      </div>
      {targetSection !== undefined && (
        <p className={styles['drop']} aria-hidden>
          {text.library.drag.onto(sectionName(targetSection))}
        </p>
      )}
    </TreeContext>
  );
}

function timeOf({ session }: Extract<Row, { kind: 'session' }>, sort: string): number {
  return sort === 'created' ? session.createdAt : session.updatedAt;
}
