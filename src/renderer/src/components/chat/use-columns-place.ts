import { type RefObject, useEffect } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useSideBySideStore } from '../../stores/chat/side-by-side-store.ts';
import { rowOf } from './rows.ts';

interface ColumnsPlaceOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly sessionId: SessionId;
  /** Somebody else is about to move the view. */
  readonly letGo: () => void;
}

/** Keeps what is seen where it is while answers unfold beside each other, or fold again. */
export function useColumnsPlace({ scroller, sessionId, letGo }: ColumnsPlaceOptions): void {
  useEffect(() => {
    let observer: ResizeObserver | undefined;
    const unsubscribe = useSideBySideStore.subscribe(({ forks }, before) => {
      const element = scroller.current;
      // While answers are written the view is where they grow.
      if (
        element === null ||
        forks === before.forks ||
        useChatStore.getState().running[sessionId] !== undefined
      )
        return;
      const changed = changedKey(forks, before.forks);
      const answer = useChatStore
        .getState()
        .conversations[sessionId]?.messages.find(({ parentId }) => parentId === changed);
      const row = answer === undefined ? null : rowOf(element, answer.id);
      // What is above the view is held by the browser.
      if (row === null || row.getBoundingClientRect().bottom < element.getBoundingClientRect().top) return;
      const top = row.getBoundingClientRect().top;
      letGo();
      observer?.disconnect();
      // After the layout with the columns and before it is painted; the first call only says how it is now.
      let isFirst = true;
      observer = new ResizeObserver(() => {
        element.scrollTop += row.getBoundingClientRect().top - top;
        if (!isFirst) observer?.disconnect();
        isFirst = false;
      });
      observer.observe(row);
    });
    return () => {
      unsubscribe();
      observer?.disconnect();
    };
  }, [scroller, sessionId, letGo]);
}

function changedKey<Value>(
  now: Readonly<Record<string, Value>>,
  before: Readonly<Record<string, Value>>,
): string | undefined {
  return Object.keys({ ...before, ...now }).find((key) => now[key] !== before[key]);
}
