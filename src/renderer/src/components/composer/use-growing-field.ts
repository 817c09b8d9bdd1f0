import { type RefObject, useEffect, useLayoutEffect } from 'react';

/** A longer text fills the field whatever its width, and to measure it would cost a layout of all of it with every key. */
const longestMeasured = 20_000;

/**
 * Makes a text field as high as its text: with every drawing, when its width changes, and for another size of the text.
 * Its style says how high it may become.
 */
export function useGrowingField(field: RefObject<HTMLTextAreaElement | null>, fontSize: number): void {
  useLayoutEffect(() => measure(field.current));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed size of the text has to be measured anew
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      measure(element);
    });
    observer.observe(element);
    measure(element);
    return () => observer.disconnect();
  }, [field, fontSize]);
}

function measure(element: HTMLTextAreaElement | null): void {
  if (element === null) return;
  if (element.textLength > longestMeasured) {
    element.style.height = '100vh';
    return;
  }
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
}
