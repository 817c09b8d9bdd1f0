import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type RowPlaces, rowAtOffset, topOfRow } from './row-places.ts';

/** Rows drawn beyond either edge: more than a wheel or a key moves between two frames. */
const spareRows = 10;
/** Drawing moves in steps, so that most scrolling draws nothing anew. */
const stepRows = 4;

export interface VisibleRows {
  /** First row drawn, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Which rows of a long list to draw. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, places: RowPlaces): VisibleRows {
  const [view, setView] = useState({ top: 0, height: 800 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element;
      setView((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    // Drawn within the frame that scrolls, or the new place would be bare for one.
    const follow = () => flushSync(look);
    const observer = new ResizeObserver(look);
    look();
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [scroller]);

  const first = rowAtOffset(places, view.top) - spareRows;
  const last = rowAtOffset(places, view.top + view.height) + spareRows + 1;
  const from = Math.max(0, Math.floor(first / stepRows) * stepRows);
  const to = Math.min(places.count, Math.ceil(last / stepRows) * stepRows);
  return useMemo(() => ({ from, to }), [from, to]);
}

/** Scrolls as little as shows the whole row. */
export function showRow(element: HTMLElement, places: RowPlaces, index: number): void {
  const top = topOfRow(places, index);
  const bottom = topOfRow(places, index + 1);
  // What stands at the very beginning shows what is above it too.
  if (index === 0) element.scrollTop = 0;
  else if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop + element.clientHeight)
    element.scrollTop = bottom - element.clientHeight;
}
