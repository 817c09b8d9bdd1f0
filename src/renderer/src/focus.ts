export type FocusTarget = 'composer' | 'sidebar' | 'transcript' | 'find' | 'search';

const elements = new Map<FocusTarget, HTMLElement>();

/** A ref that makes an element the one `focusOn` finds. */
export function focusTargetRef(target: FocusTarget): (element: HTMLElement | null) => () => void {
  return (element) => {
    if (element !== null) elements.set(target, element);
    return () => {
      if (elements.get(target) === element) elements.delete(target);
    };
  };
}

/**
 * Moves the keyboard there, after what is about to be drawn has been drawn. Not out of a dialog: what asks may
 * have waited for main, and the user may be somewhere else by now.
 */
export function focusOn(target: FocusTarget): void {
  setTimeout(() => {
    if (!document.activeElement?.closest('[role=dialog]')) focusNow(target);
  });
}

/** The same, but only when nothing has the keyboard: what had it before a dialog may be gone. */
export function focusIfLost(target: FocusTarget): void {
  setTimeout(() => {
    if (document.activeElement === document.body) focusNow(target);
  });
}

function focusNow(target: FocusTarget): void {
  const element = elements.get(target);
  const entry =
    target === 'sidebar' ? element?.querySelector<HTMLElement>('[data-roving][tabindex="0"]') : element;
  entry?.focus();
}

/** Whether there is typing that Ctrl+Z could take back. */
export function hasText(element: Element | null): boolean {
  const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  return isInTextField(element) && !(isField && element.value === '');
}

/** Whether keys pressed now belong to a text. */
export function isInTextField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element instanceof HTMLTextAreaElement || element.isContentEditable) return true;
  return (
    element instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range'].includes(element.type)
  );
}
