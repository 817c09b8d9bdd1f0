import { type RefObject, useEffect, useState } from 'react';

/** How far outside the view still counts, so that what is scrolled to is there already. */
const margin = '600px';

/** Whether an element has been in view, or nearly. */
export function useHasBeenNear(element: RefObject<Element | null>): boolean {
  const [hasBeenNear, setNear] = useState(false);
  useEffect(() => {
    if (hasBeenNear || element.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      // A margin holds for the root only, not for what scrolls inside it.
      { root: scrollerOf(element.current), rootMargin: margin },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, hasBeenNear]);
  return hasBeenNear;
}

function scrollerOf(element: Element): Element | null {
  const parent = element.parentElement;
  if (parent === null) return null;
  return ['auto', 'scroll'].includes(getComputedStyle(parent).overflowY) ? parent : scrollerOf(parent);
}
