import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Message, SessionId } from '#shared/domain.ts';
import { closeFind } from '../../actions/find.ts';
import { useMarksStore } from '../../stores/chat/marks-store.ts';
import { createMarker, type Marker } from './marker.ts';
import { rowOf } from './rows.ts';
import { scrollToRange, scrollToRect } from './scroll-to-range.ts';

interface MarksOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly feed: RefObject<HTMLElement | null>;
  readonly sessionId: SessionId;
  readonly messages: readonly Message[];
  readonly letGo: () => void;
}

/** Marks the words looked for in what is loaded of a session, and brings the one looked at into view. */
export function useMarks({ scroller, feed, sessionId, messages, letGo }: MarksOptions): void {
  const isOwn = useMarksStore((store) => store.sessionId === sessionId);
  const terms = useMarksStore((store) => store.terms);
  const separators = useMarksStore((store) => store.separators);
  const target = useMarksStore((store) => store.target);
  const hasMessages = messages.length > 0;
  const marker = useRef<Marker | null>(null);
  const shown = useRef<typeof target>(null);

  useLayoutEffect(() => {
    if (!isOwn || !hasMessages || scroller.current === null || feed.current === null) return;
    const made = createMarker(scroller.current, feed.current, { terms, separators });
    marker.current = made;
    return () => {
      made.dispose();
      marker.current = null;
    };
  }, [scroller, feed, isOwn, hasMessages, terms, separators]);

  // The message may have to be loaded first: then it is here with other messages.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!isOwn || target === null || element === null || marker.current === null) return;
    const row = rowOf(element, target.messageId);
    if (row === null) return;
    const ranges = marker.current.rangesIn(row);
    // What the database counts in the text as it was written can be more than what is left of it on the page.
    const occurrence = Math.min(target.occurrence, ranges.length - 1);
    const range = ranges[occurrence];
    marker.current.setCurrent(row, occurrence);
    if (shown.current === target) return;
    shown.current = target;
    letGo();
    if (range === undefined) scrollToRect(element, row.getBoundingClientRect());
    else scrollToRange(element, range);
    if (target.takesFocus) row.focus({ preventScroll: true });
  }, [scroller, isOwn, target, terms, messages, letGo]);

  useEffect(() => {
    if (!isOwn) return;
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (isInPopup(document.activeElement)) return;
      event.preventDefault();
      closeFind();
    };
    // Before the key listener of the commands, for which Escape stops the answer.
    window.addEventListener('keydown', handleKey, { capture: true });
    return () => window.removeEventListener('keydown', handleKey, { capture: true });
  }, [isOwn]);
}

function isInPopup(element: Element | null): boolean {
  return element?.closest('[role=dialog], [role=menu], [role=listbox], [role=search]') != null;
}
