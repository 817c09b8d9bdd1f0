import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Gives the keyboard back as soon as a popup closes: to `target`, else to what had it as it opened. Base UI does that when
 * the popup has gone from the page, and what is typed until then would be lost.
 */
export function useKeyboardBack(
  isOpen: boolean,
  popup: RefObject<HTMLElement | null>,
  target: () => HTMLElement | null = () => null,
): void {
  const opener = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening and closing move the keyboard
  useLayoutEffect(() => {
    if (isOpen) {
      opener.current = document.activeElement;
      return;
    }
    if (popup.current?.contains(document.activeElement) !== true) return;
    const to = target() ?? opener.current;
    if (to instanceof HTMLElement && to.isConnected) to.focus({ preventScroll: true });
  }, [isOpen]);
}
