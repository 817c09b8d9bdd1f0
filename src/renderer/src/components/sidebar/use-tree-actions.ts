import { type DragEvent, useMemo, useRef } from 'react';
import type { SessionId, SessionSummary } from '#shared/domain.ts';
import { attempt } from '../../actions/attempt.ts';
import { openSession } from '../../actions/sessions.ts';
import { focusOn } from '../../focus.ts';
import { useFoldsStore } from '../../stores/library/folds-store.ts';
import { useSelectionStore } from '../../stores/library/selection-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { indexOfKey, type SidebarLayout } from '../../stores/library/sidebar-layout.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { useOpenMenu } from './menu-context.ts';
import { rangeOf } from './row-range.ts';
import type { TreeActions } from './tree-context.ts';
import type { ActiveRow } from './use-active-row.ts';

/** What presses on rows do: the same functions all the time, looking at the list of the moment. */
export function useTreeActions(
  layout: SidebarLayout,
  active: ActiveRow,
  dragStart: (event: DragEvent<HTMLElement>, session: SessionSummary) => void,
): TreeActions {
  const openMenu = useOpenMenu();
  const now = useRef({ layout, active, dragStart, openMenu });
  now.current = { layout, active, dragStart, openMenu };

  return useMemo<TreeActions>(
    () => ({
      press(event, session) {
        const { selection, toggle, extend } = useSelectionStore.getState();
        const to = indexOfKey(now.current.layout, session.id);
        if (event.ctrlKey || event.metaKey) toggle(session.id);
        else if (event.shiftKey) {
          const { anchor, range } = rangeOf(
            now.current.layout,
            selection.anchor,
            now.current.active.index,
            to,
          );
          if (anchor !== null) extend(anchor, range);
        } else open(session.id);
        now.current.active.go(to);
      },
      pressHeading({ key, isFolded, start }) {
        now.current.active.go(start);
        useFoldsStore.getState().setFolded(key, !isFolded);
      },
      retry: ({ key }) => attempt(() => useSessionsStore.getState().retry(key)),
      rename: ({ id }) => useViewStore.getState().startRenaming({ kind: 'session', id, place: 'sidebar' }),
      menuOf: (session, place, row) =>
        now.current.openMenu({ kind: 'session', session, returnFocusTo: row, ...place }),
      dragStart: (event, session) => now.current.dragStart(event, session),
    }),
    [],
  );
}

function open(sessionId: SessionId): void {
  attempt(async () => {
    await openSession(sessionId);
    // A second click may have begun to rename meanwhile.
    if (useViewStore.getState().renaming === null) focusOn('composer');
  });
}
