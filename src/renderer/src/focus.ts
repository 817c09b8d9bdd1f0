export type FocusTarget = 'composer' | 'sidebar' | 'transcript' | 'messages' | 'find' | 'search';

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

/** What is drawn there now. */
export function elementOf(target: FocusTarget): HTMLElement | null {
  return elements.get(target) ?? null;
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

/** The same to a message, or to the conversation when that is not on the page. */
export function focusOnMessage(messageId: string | null): void {
  setTimeout(() => {
    if (document.activeElement?.closest('[role=dialog]')) return;
    const row = messageId === null ? null : rowOf(messageId);
    if (row === null) focusNow('transcript');
    else row.focus({ preventScroll: true });
  });
}

/** The same, but only when nothing has the keyboard: what had it before a dialog may be gone. */
export function focusIfLost(target: FocusTarget): void {
  setTimeout(() => {
    if (document.activeElement === document.body) focusNow(target);
  });
}

function focusNow(target: FocusTarget): void {
  entryTo(target)?.focus();
}

/** What takes the keyboard there: of a list the row one was at last. */
export function entryTo(target: FocusTarget): HTMLElement | null {
  const element = elements.get(target);
  return element === undefined ? null : entryOf(target, element);
}

function rowOf(messageId: string): HTMLElement | null {
  const messages = elements.get('messages');
  return messages?.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`) ?? null;
}

function entryOf(target: FocusTarget, element: HTMLElement): HTMLElement | null {
  if (target === 'sidebar') return element.querySelector<HTMLElement>('[data-roving][tabindex="0"]');
  if (target !== 'messages') return element;
  // The last message one sees: at the end of the session its last one.
  const rows = [...element.querySelectorAll<HTMLElement>('[data-message]')];
  const bottom = element.closest('section')?.getBoundingClientRect().bottom ?? 0;
  return rows.findLast((row) => row.getBoundingClientRect().top < bottom) ?? rows.at(-1) ?? null;
}

/** Whether a dialog or a menu lies over the window; it closes on Escape before anything else hears of that. */
export function isPopupOpen(): boolean {
  return document.querySelector('body > :not(#root) :is([role="menu"], [role="dialog"])') !== null;
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
