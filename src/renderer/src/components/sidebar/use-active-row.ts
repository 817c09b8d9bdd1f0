import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import {
  indexOfArrival,
  indexOfKey,
  type Row,
  rowAt,
  rowHeights,
  type SidebarLayout,
  topOf,
} from '../../stores/library/sidebar-layout.ts';

export interface ActiveRow {
  /** The one row Tab stops at; -1 in an empty list. */
  readonly index: number;
  /** Makes another row the active one, brings it into view and gives it the keyboard. */
  readonly go: (index: number) => void;
  /** What the list does when the keyboard comes or leaves. */
  readonly onFocus: (event: { readonly target: Element }) => void;
  readonly onBlur: (event: { readonly relatedTarget: EventTarget | null }) => void;
}

/** Which row has, or would get, the keyboard. It outlives its row: the next one takes its place. */
export function useActiveRow(scroller: RefObject<HTMLElement | null>, layout: SidebarLayout): ActiveRow {
  const openSessionId = useChatStore((store) => store.openSessionId);
  const [key, setKey] = useState<string | null>(openSessionId);
  const lastIndex = useRef(0);
  const lastRow = useRef<Row | undefined>(undefined);
  const hasKeyboard = useRef(false);
  const current = useRef(layout);
  current.current = layout;

  const index = useMemo(() => {
    const last = lastRow.current;
    // What was waited for takes the place of the line that said so.
    const arrived = last?.kind === 'note' && last.key === key ? indexOfArrival(layout, last) : -1;
    if (arrived >= 0) return arrived;
    const found = key === null ? -1 : indexOfKey(layout, key);
    return found >= 0 ? found : neighbourOf(layout, lastIndex.current);
  }, [layout, key]);

  // A session that is opened from anywhere becomes the active row, in sight.
  useEffect(() => {
    if (openSessionId === null) return;
    setKey(openSessionId);
    const at = indexOfKey(current.current, openSessionId);
    if (at >= 0) bringIntoView(scroller.current, current.current, at);
  }, [openSessionId, scroller]);

  useLayoutEffect(() => {
    lastIndex.current = index;
    const row = rowAt(layout, index);
    const hasArrived =
      lastRow.current?.kind === 'note' && row?.kind === 'session' && key === lastRow.current.key;
    lastRow.current = row;
    if (row !== undefined && row.key !== key) setKey(row.key);
    if (!hasKeyboard.current) return;
    // The row that had the keyboard is gone: with it, the keyboard would be nowhere.
    // Or another session was opened, and it was left behind.
    if (hasArrived || document.activeElement === document.body || isElsewhere(row)) {
      focusActive(scroller.current);
    }
    if (hasArrived) bringIntoView(scroller.current, layout, index);
  });

  // The bar of a selection takes room from the list; the row with the keyboard stays in sight.
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (hasKeyboard.current) bringIntoView(element, current.current, lastIndex.current);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  const go = useCallback(
    (to: number) => {
      const row = rowAt(current.current, to);
      if (row === undefined) return;
      bringIntoView(scroller.current, current.current, to);
      flushSync(() => setKey(row.key));
      focusActive(scroller.current);
    },
    [scroller],
  );

  return {
    index,
    go,
    onFocus: useCallback(({ target }) => {
      hasKeyboard.current = true;
      const focused = target.closest<HTMLElement>('[data-roving]')?.dataset['row'];
      if (focused !== undefined) setKey(focused);
    }, []),
    onBlur: useCallback(
      ({ relatedTarget }) => {
        hasKeyboard.current =
          relatedTarget instanceof Node && scroller.current?.contains(relatedTarget) === true;
      },
      [scroller],
    ),
  };
}

/** Whether the keyboard is on a row, and not on this one. */
function isElsewhere(row: Row | undefined): boolean {
  const focused = document.activeElement;
  return (
    focused instanceof HTMLElement && focused.matches('[data-roving]') && focused.dataset['row'] !== row?.key
  );
}

/** The row that stands where one was taken away: a session rather than the heading behind it. */
function neighbourOf(layout: SidebarLayout, index: number): number {
  const at = Math.min(index, layout.rowCount - 1);
  const isSession = (each: number) => rowAt(layout, each)?.kind === 'session';
  return !isSession(at) && isSession(at - 1) ? at - 1 : at;
}

function focusActive(scroller: HTMLElement | null): void {
  scroller?.querySelector<HTMLElement>('[data-roving][tabindex="0"]')?.focus({ preventScroll: true });
}

function bringIntoView(scroller: HTMLElement | null, layout: SidebarLayout, index: number): void {
  const row = rowAt(layout, index);
  if (scroller === null || row === undefined) return;
  const top = topOf(layout, index);
  const bottom = top + rowHeights[row.kind];
  if (top < scroller.scrollTop) scroller.scrollTop = index <= 1 ? 0 : top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) {
    scroller.scrollTop = bottom - scroller.clientHeight;
  }
}
