import { type RefObject, useLayoutEffect } from 'react';

/** Makes a text field as high as its text, with every drawing; its style says how high it may become. */
export function useGrowingField(field: RefObject<HTMLTextAreaElement | null>): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  });
}
