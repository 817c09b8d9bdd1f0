import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { rowsOf } from './rows.ts';

/** Screens kept loaded above and below what is seen, so that scrolling does not come to their end. */
const screensAhead = 2;
/** Only what is farther away than this may be dropped: clearly more, or loading and dropping would take turns. */
const screensKept = 4;

interface PagesOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly content: RefObject<HTMLElement | null>;
  readonly sessionId: SessionId;
  readonly firstId: string | undefined;
}

interface Pages {
  readonly loadOlder: () => Promise<void>;
  readonly loadNewer: () => Promise<void>;
}

/** Reads messages before their place comes into view, and keeps what is seen where it is when they arrive. */
export function usePages({ scroller, content, sessionId, firstId }: PagesOptions): Pages {
  const loadOlder = useMemo(
    () =>
      oneAtATime(() => {
        const element = scroller.current;
        const mayDrop = element !== null && isFar(element, distances(element).below);
        return useChatStore.getState().loadOlder(sessionId, mayDrop);
      }),
    [scroller, sessionId],
  );
  const loadNewer = useMemo(
    () =>
      oneAtATime(() => {
        const element = scroller.current;
        const mayDrop = element !== null && isFar(element, distances(element).above);
        return useChatStore.getState().loadNewer(sessionId, mayDrop);
      }),
    [scroller, sessionId],
  );

  // The browser anchors the view by itself, but not when it stands at the very top.
  const anchor = useRef<{ readonly row: HTMLElement; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const before = anchor.current;
    if (element.scrollTop === 0 && before?.row.isConnected === true) {
      element.scrollTop = before.row.offsetTop - before.top;
    }
    const row = firstId === undefined ? undefined : rowsOf(element)[0];
    anchor.current = row === undefined ? null : { row, top: row.offsetTop };
  }, [scroller, firstId]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null || content.current === null) return;
    const look = () => {
      const { conversations, loadingOlder, loadingNewer } = useChatStore.getState();
      const conversation = conversations[sessionId];
      const ahead = element.clientHeight * screensAhead;
      const { above, below } = distances(element);
      // What could not be read waits for its button.
      if (conversation?.hasOlder && above < ahead && loadingOlder[sessionId] === undefined) void loadOlder();
      if (conversation?.hasNewer && below < ahead && loadingNewer[sessionId] === undefined) void loadNewer();
    };
    // Called after layout, when the browser has anchored the view: with each page that came, too.
    const observer = new ResizeObserver(look);
    observer.observe(content.current);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, content, sessionId, loadOlder, loadNewer]);

  return { loadOlder, loadNewer };
}

/** Who asks while a page is being read waits for that one: a key would be lost otherwise. */
function oneAtATime(load: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  return () => {
    underWay ??= load().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}

function distances({ scrollTop, scrollHeight, clientHeight }: HTMLElement) {
  return { above: scrollTop, below: scrollHeight - clientHeight - scrollTop };
}

/** Whether rows at an end that is so far away may go. Not out of what the user is selecting. */
function isFar(scroller: HTMLElement, distance: number): boolean {
  const selection = document.getSelection();
  const isSelecting = selection !== null && !selection.isCollapsed && scroller.contains(selection.anchorNode);
  return distance > scroller.clientHeight * screensKept && !isSelecting;
}
