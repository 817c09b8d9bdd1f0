import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

interface OlderPages {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Something above the first message. */
  readonly top: RefObject<HTMLElement | null>;
  readonly firstId: string | undefined;
  readonly hasOlder: boolean;
  readonly load: () => void;
}

/** Reads older messages before the top comes into view, and keeps what is seen where it is when they arrive. */
export function useOlderPages({ scroller, top, firstId, hasOlder, load }: OlderPages): void {
  const anchor = useRef<{ readonly element: HTMLElement; readonly offset: number } | null>(null);

  useLayoutEffect(() => {
    const element = scroller.current;
    const before = anchor.current;
    if (element !== null && before?.element.isConnected === true) {
      element.scrollTop += before.element.offsetTop - before.offset;
    }
    const first =
      firstId === undefined ? null : (element?.querySelector<HTMLElement>('[data-message]') ?? null);
    anchor.current = first === null ? null : { element: first, offset: first.offsetTop };
  }, [scroller, firstId]);

  // Observes anew for each first message: a page that does not fill the view asks for the next one.
  useEffect(() => {
    if (!hasOlder || firstId === undefined || top.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) load();
      },
      { root: scroller.current, rootMargin: '800px 0px 0px 0px' },
    );
    observer.observe(top.current);
    return () => observer.disconnect();
  }, [scroller, top, firstId, hasOlder, load]);
}
