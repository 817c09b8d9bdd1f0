import { type DragEvent, useState } from 'react';
import type { SessionId, SessionSummary } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { moveSessions } from '../../actions/session-changes.ts';
import { titleOf } from '../../actions/sessions.ts';
import { useSelectionStore } from '../../stores/library/selection-store.ts';
import {
  indexAtOffset,
  rowAt,
  type SectionKey,
  type SidebarLayout,
} from '../../stores/library/sidebar-layout.ts';
import styles from './session-drag.module.css';

const mimeType = 'application/x-parlor-sessions';

/** Sessions dragged onto a project or the Inbox. */
export function useSessionDrop(layout: SidebarLayout) {
  const [target, setTarget] = useState<SectionKey | null>(null);

  function start(event: DragEvent<HTMLElement>, session: SessionSummary): void {
    const { ids } = useSelectionStore.getState().selection;
    const dragged: readonly SessionId[] = ids.has(session.id) ? [...ids] : [session.id];
    event.dataTransfer.setData(mimeType, JSON.stringify(dragged));
    event.dataTransfer.effectAllowed = 'move';
    showWhatIsDragged(event, text.library.drag.sessions(titleOf(session), dragged.length));
  }

  /** Where it would land: the project or the Inbox whose rows are under the pointer. */
  function placeUnder(event: DragEvent<HTMLElement>): SectionKey | null {
    if (!event.dataTransfer.types.includes(mimeType)) return null;
    const scroller = event.currentTarget;
    const offset = event.clientY - scroller.getBoundingClientRect().top + scroller.scrollTop;
    const section =
      offset > layout.height ? undefined : rowAt(layout, indexAtOffset(layout, offset))?.section;
    const isPlace = section !== undefined && (section.project !== null || section.key === 'inbox');
    return isPlace ? section.key : null;
  }

  return {
    target,
    start,
    handlers: {
      onDragOver(event: DragEvent<HTMLElement>) {
        const place = placeUnder(event);
        if (place !== target) setTarget(place);
        if (place === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
      },
      onDragLeave(event: DragEvent<HTMLElement>) {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setTarget(null);
      },
      onDragEnd: () => setTarget(null),
      onDrop(event: DragEvent<HTMLElement>) {
        const place = placeUnder(event);
        setTarget(null);
        if (place === null) return;
        event.preventDefault();
        const dragged = JSON.parse(event.dataTransfer.getData(mimeType)) as readonly SessionId[];
        attempt(() => moveSessions(dragged, place === 'inbox' ? null : place));
      },
    },
  };
}

/** The system copies the picture at once, so it may go right away. */
function showWhatIsDragged(event: DragEvent<HTMLElement>, words: string): void {
  const label = document.createElement('div');
  label.className = styles['label'] ?? '';
  label.textContent = words;
  document.body.append(label);
  event.dataTransfer.setDragImage(label, 12, 12);
  setTimeout(() => label.remove());
}
