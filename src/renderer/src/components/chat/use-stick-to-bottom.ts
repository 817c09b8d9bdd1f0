import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So near to the end that it counts as the end, in CSS pixels. */
const endTolerance = 32;
const keysUp: ReadonlySet<string> = new Set(['ArrowUp', 'PageUp', 'Home']);

/** Where each session was left; undefined = at its end. */
const leftAt = new Map<string, number>();

interface StickToBottom {
  readonly isAtEnd: boolean;
  readonly jumpToEnd: () => void;
}

/**
 * Keeps a scroller at its end while its content grows, until the user scrolls up; back at the end it holds again.
 * Comes back to where the user left this session.
 */
export function useStickToBottom(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  sessionId: string,
): StickToBottom {
  const [isAtEnd, setAtEnd] = useState(() => !leftAt.has(sessionId));
  const isHolding = useRef(isAtEnd);

  const hold = useCallback(
    (holds: boolean) => {
      isHolding.current = holds;
      setAtEnd(holds);
      if (holds) leftAt.delete(sessionId);
    },
    [sessionId],
  );

  const jumpToEnd = useCallback(() => {
    hold(true);
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [hold, scroller]);

  useLayoutEffect(() => {
    if (scroller.current === null) return;
    scroller.current.scrollTop = leftAt.get(sessionId) ?? scroller.current.scrollHeight;
  }, [scroller, sessionId]);

  // After every layout that changed a size and before it is painted, so the end never trails behind.
  useEffect(() => {
    const element = scroller.current;
    if (element === null || content.current === null) return;
    const observer = new ResizeObserver(() => {
      if (isHolding.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(content.current);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, content]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let last = measure(element);
    let isPointerDown = false;

    const handleScroll = () => {
      const present = measure(element);
      const distance = present.height - present.clientHeight - present.top;
      // A layout that changed moves the view too: only a move without one, or by hand, is the user's.
      const isByUser =
        isPointerDown || (present.height === last.height && present.clientHeight === last.clientHeight);
      if (present.top < last.top - 1 && distance > endTolerance && isByUser) hold(false);
      else if (present.top > last.top && distance <= endTolerance) hold(true);
      last = present;
      if (!isHolding.current) leftAt.set(sessionId, present.top);
    };
    const handlePointer = (event: PointerEvent) => {
      isPointerDown = event.type === 'pointerdown';
    };
    // Lets go at the first wish to go up, before a fast stream can pull the view down again.
    const handleWheel = (event: WheelEvent) => {
      if (event.deltaY < 0 && element.scrollTop > 0 && isScrollable(element)) hold(false);
    };
    const handleKey = (event: KeyboardEvent) => {
      if (event.target === element && keysUp.has(event.key) && isScrollable(element)) hold(false);
    };
    element.addEventListener('scroll', handleScroll, { passive: true });
    element.addEventListener('pointerdown', handlePointer);
    window.addEventListener('pointerup', handlePointer);
    element.addEventListener('wheel', handleWheel, { passive: true });
    element.addEventListener('keydown', handleKey);
    return () => {
      element.removeEventListener('scroll', handleScroll);
      element.removeEventListener('pointerdown', handlePointer);
      window.removeEventListener('pointerup', handlePointer);
      element.removeEventListener('wheel', handleWheel);
      element.removeEventListener('keydown', handleKey);
    };
  }, [scroller, sessionId, hold]);

  return { isAtEnd, jumpToEnd };
}

function measure({ scrollTop, scrollHeight, clientHeight }: HTMLElement) {
  return { top: scrollTop, height: scrollHeight, clientHeight };
}

function isScrollable(element: HTMLElement): boolean {
  return element.scrollHeight > element.clientHeight;
}
