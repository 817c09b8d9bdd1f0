import type { MessageId } from '#shared/domain.ts';
import type { Place } from '../../stores/chat/places.ts';

/** The rows of a transcript, in order. */
export function rowsOf(scroller: HTMLElement): HTMLCollectionOf<HTMLElement> {
  return scroller.getElementsByTagName('article');
}

export function rowOf(scroller: HTMLElement, messageId: MessageId): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`);
}

/** The row that reaches into the view first, found by halving: each look at a row may cost a layout. */
export function firstVisibleRow(scroller: HTMLElement): HTMLElement | null {
  const rows = rowsOf(scroller);
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const row = rows[middle];
    if (row !== undefined && row.offsetTop + row.offsetHeight <= scroller.scrollTop) from = middle + 1;
    else to = middle;
  }
  return rows[from] ?? null;
}

/** What is at the top of the view. */
export function placeIn(scroller: HTMLElement): Place | null {
  const row = firstVisibleRow(scroller);
  const messageId = row?.dataset['message'];
  if (row === null || messageId === undefined) return null;
  return { messageId, offset: topOf(row) - topOf(scroller) };
}

/** False when the message of that place is not there. */
export function showPlace(scroller: HTMLElement, { messageId, offset }: Place): boolean {
  const row = rowOf(scroller, messageId);
  if (row === null) return false;
  scroller.scrollTop += topOf(row) - topOf(scroller) - offset;
  return true;
}

/** To the fraction of a pixel, or a place would wander with each visit. */
function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top;
}

/** Room between the top of the view and the row brought there, in CSS pixels. */
const roomAbove = 16;

/** Brings a row into view: at the top, unless all of it is seen. `beforeUp` is called before the view is moved up. */
export function showWholeRow(scroller: HTMLElement, row: HTMLElement, beforeUp: () => void): void {
  const view = scroller.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  if (top >= view.top && bottom <= view.bottom) return;
  const by = top - view.top - roomAbove;
  if (by < 0) beforeUp();
  scroller.scrollTop += by;
}
