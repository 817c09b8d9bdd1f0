import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  indexAtOffset,
  indexOfKey,
  type Row,
  rowAt,
  type SidebarLayout,
  topOf,
} from '../../stores/library/sidebar-layout.ts';

/** Rows kept ready beyond either edge: more than a page of wheel or keys between two frames. */
const spareRows = 12;
/** The window moves in steps, so that most scrolling draws nothing anew. */
const stepRows = 4;
/** Rows whose places tell where the view stood before the list changed. */
const anchorRows = 3;

export interface RowWindow {
  /** First row drawn, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Which rows to draw of a list of any length; rows that come or go above do not move what is seen. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, layout: SidebarLayout): RowWindow {
  const [view, setView] = useState({ top: 0, height: 800 });
  const current = useRef(layout);
  const anchors = useRef<readonly Anchor[]>([]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const shift = shiftOf(layout, anchors.current);
    current.current = layout;
    if (element.scrollTop > 0 && shift !== 0) element.scrollTop += shift;
    anchors.current = anchorsAt(layout, element.scrollTop);
    setView((before) => (before.top === element.scrollTop ? before : { ...before, top: element.scrollTop }));
  }, [scroller, layout]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element;
      anchors.current = anchorsAt(current.current, top);
      setView((before) =>
        before.height === height &&
        isSame(windowOf(current.current, before), windowOf(current.current, { top, height }))
          ? before
          : { top, height },
      );
    };
    // Drawn within the frame that scrolls, or the new place would be bare for one.
    const follow = () => flushSync(look);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [scroller]);

  return windowOf(layout, view);
}

interface View {
  readonly top: number;
  readonly height: number;
}

function windowOf(layout: SidebarLayout, { top, height }: View): RowWindow {
  const first = indexAtOffset(layout, top) - spareRows;
  const last = indexAtOffset(layout, top + height) + spareRows + 1;
  return {
    from: Math.max(0, Math.floor(first / stepRows) * stepRows),
    to: Math.min(layout.rowCount, Math.ceil(last / stepRows) * stepRows),
  };
}

function isSame(one: RowWindow, other: RowWindow): boolean {
  return one.from === other.from && one.to === other.to;
}

interface Anchor {
  readonly key: Row['key'];
  readonly top: number;
}

function anchorsAt(layout: SidebarLayout, offset: number): readonly Anchor[] {
  const first = indexAtOffset(layout, offset);
  return Array.from({ length: anchorRows }, (_, step) => first + step).flatMap((index) => {
    const row = rowAt(layout, index);
    // The end of a list that goes on stays behind its sessions; it is no place.
    return row === undefined || row.kind === 'note' ? [] : [{ key: row.key, top: topOf(layout, index) }];
  });
}

/** How far the rows seen before have moved: what two of them agree on, as one may have gone elsewhere by itself. */
function shiftOf(layout: SidebarLayout, anchors: readonly Anchor[]): number {
  const shifts = anchors.flatMap(({ key, top }) => {
    const index = indexOfKey(layout, key);
    return index < 0 ? [] : [topOf(layout, index) - top];
  });
  return shifts.find((shift, at) => shifts.indexOf(shift) !== at) ?? shifts[0] ?? 0;
}
