import { foldedTerm } from '#shared/fold/find-folded.ts';
import { rowsOf } from './rows.ts';
import { findRanges, type WantedTerms } from './text-marks.ts';

// The names `::highlight()` uses in styles/marks.css.
const foundName = 'parlor-found';
const currentName = 'parlor-current';

export interface Marker {
  /** Marks in this row, in order; looked for now if they were not yet. */
  rangesIn(row: Element): readonly Range[];
  setCurrent(row: Element, occurrence: number): void;
  /** Rows came or went. */
  look(): void;
  dispose(): void;
}

/**
 * Marks words in the rows that are there, and again in a row whose text changes. The marks are the browser's own
 * (CSS Custom Highlight API): no element that React made is touched.
 */
export function createMarker(
  scroller: HTMLElement,
  feed: HTMLElement,
  { terms, separators }: WantedTerms,
): Marker {
  const folded = terms.map((term) => foldedTerm(term, separators)).filter((term) => term.trim() !== '');
  const wanted = { terms: folded, separators };
  const ranges = new Map<Element, readonly Range[]>();
  const changed = new Set<Element>();
  let current: { readonly row: Element; readonly occurrence: number } | null = null;
  let frame: number | undefined;

  function draw(): void {
    const all = [...ranges.values()].flat();
    CSS.highlights.set(foundName, new Highlight(...all));
    const range = current === null ? undefined : ranges.get(current.row)?.[current.occurrence];
    const strong = new Highlight(...(range === undefined ? [] : [range]));
    strong.priority = 1;
    CSS.highlights.set(currentName, strong);
  }

  function look(): void {
    const rows = new Set<Element>(rowsOf(scroller));
    for (const row of ranges.keys()) if (!rows.has(row)) ranges.delete(row);
    for (const row of rows)
      if (!ranges.has(row) || changed.has(row)) ranges.set(row, findRanges(row, wanted));
    changed.clear();
    draw();
  }

  const observer = new MutationObserver((mutations) => {
    for (const { target } of mutations) {
      const row = (target instanceof Element ? target : target.parentElement)?.closest('article');
      if (row) changed.add(row);
    }
    // Once a frame, as an answer being written changes with every one.
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      look();
    });
  });
  observer.observe(feed, { subtree: true, childList: true, characterData: true });
  look();

  return {
    rangesIn(row) {
      const found = findRanges(row, wanted);
      ranges.set(row, found);
      return found;
    },
    setCurrent(row, occurrence) {
      current = { row, occurrence };
      draw();
    },
    look,
    dispose() {
      observer.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
      CSS.highlights.delete(foundName);
      CSS.highlights.delete(currentName);
    },
  };
}
