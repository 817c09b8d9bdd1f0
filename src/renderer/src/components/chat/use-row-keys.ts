import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { isInTextField } from '../../focus.ts';

interface RowKeysOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly feed: RefObject<HTMLElement | null>;
  /** Changes whenever other messages are loaded. */
  readonly edges: string;
}

/** What the keyboard needs in a transcript of which only a part is there. */
export function useRowKeys({ scroller, feed, edges }: RowKeysOptions): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const handleKey = (event: KeyboardEvent) => {
      if (event.target instanceof Element && isInTextField(event.target)) return;
      // The messages, not the whole window.
      if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && feed.current !== null) {
        event.preventDefault();
        document.getSelection()?.selectAllChildren(feed.current);
      }
    };
    element.addEventListener('keydown', handleKey);
    return () => element.removeEventListener('keydown', handleKey);
  }, [scroller, feed]);

  // A row that was dropped takes the keyboard with it.
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const note = () => {
      focused.current = document.activeElement;
    };
    element.addEventListener('focusin', note);
    return () => element.removeEventListener('focusin', note);
  }, [scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows go away when other messages are loaded
  useLayoutEffect(() => {
    const isLost = focused.current?.isConnected === false && document.activeElement === document.body;
    if (isLost) scroller.current?.focus({ preventScroll: true });
  }, [scroller, edges]);
}
