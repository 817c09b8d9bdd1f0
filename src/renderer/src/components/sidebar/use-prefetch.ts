import { useEffect } from 'react';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import type { SidebarLayout } from '../../stores/library/sidebar-layout.ts';
import type { RowWindow } from './use-row-window.ts';

/** Rows read ahead of what is drawn: seconds of the fastest scrolling, so that the end of a page is never seen. */
const rowsAhead = 400;

/** Reads the next page of every list whose loaded end comes near. */
export function usePrefetch(layout: SidebarLayout, { from, to }: RowWindow): void {
  const loadMore = useSessionsStore((store) => store.loadMore);
  useEffect(() => {
    for (const { key, note, group, start, rowCount } of layout.sections) {
      if (note !== 'loading' || group.state !== 'ready') continue;
      const end = start + rowCount - 1;
      if (end >= from - rowsAhead && end <= to + rowsAhead) void loadMore(key);
    }
  }, [layout, from, to, loadMore]);
}
