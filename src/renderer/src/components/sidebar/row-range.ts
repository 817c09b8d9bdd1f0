import type { SessionId } from '#shared/domain.ts';
import { indexOfKey, rowAt, type SidebarLayout } from '../../stores/library/sidebar-layout.ts';

export interface RowRange {
  /** Null when there is no session to begin with. */
  readonly anchor: SessionId | null;
  /** The sessions from there to the other end, both included, in their order. */
  readonly range: readonly SessionId[];
}

/** What Shift selects with the end at row `to`: from the anchor, or from row `from` when there is none (any more). */
export function rangeOf(layout: SidebarLayout, anchor: SessionId | null, from: number, to: number): RowRange {
  const known = anchor === null ? -1 : indexOfKey(layout, anchor);
  const begin = known >= 0 ? known : from;
  const range: SessionId[] = [];
  for (let index = Math.min(begin, to); index <= Math.max(begin, to); index += 1) {
    const row = rowAt(layout, index);
    if (row?.kind === 'session') range.push(row.key);
  }
  const first = (begin <= to ? range[0] : range.at(-1)) ?? null;
  return { anchor: known >= 0 ? anchor : first, range };
}
