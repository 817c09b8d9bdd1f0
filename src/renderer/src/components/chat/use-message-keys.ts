import { type RefObject, useEffect } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { attempt } from '../../actions/attempt.ts';
import { loadBeginning } from '../../actions/session-ends.ts';
import { messageOf } from '../../actions/side-by-side.ts';
import { actionForKey, runMessageAction } from '../../commands/message-actions/run-message-action.ts';
import { focusOn, isInTextField } from '../../focus.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { intentOf, type MessageKeyIntent } from './message-keys.ts';
import type { OpenMessageMenu } from './message-menu-context.ts';
import { firstVisibleRow, rowOf, rowsOf, showWholeRow } from './rows.ts';
import { createStepQueue } from './step-queue.ts';

interface MessageKeysOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly sessionId: SessionId;
  readonly openMenu: (menu: OpenMessageMenu) => void;
  readonly loadOlder: () => Promise<void>;
  readonly loadNewer: () => Promise<void>;
  readonly jumpToEnd: () => Promise<void>;
  /** The view is about to be moved up. */
  readonly letGo: () => void;
}

/** The keys of a message, while it or something inside it has the keyboard, and those that go through messages. */
export function useMessageKeys(options: MessageKeysOptions): void {
  const { scroller, sessionId, openMenu, loadOlder, loadNewer, jumpToEnd, letGo } = options;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;

    function focusRow(row: Element | null | undefined): void {
      if (!(row instanceof HTMLElement) || element === null) return;
      row.focus({ preventScroll: true });
      showWholeRow(element, row, letGo);
    }

    const step = createStepQueue((by) => {
      if (element === null) return 0;
      const from = focusedRow(element);
      if (from === null) {
        focusRow(firstVisibleRow(element));
        return Math.sign(by);
      }
      return stepFrom(from, by) || stepBeyond(from.dataset['message'] ?? '', by);
    });

    /** As many steps as there are messages on the page. */
    function stepFrom(row: HTMLElement, by: number): number {
      const rows = element === null ? [] : [...rowsOf(element)];
      const index = rows.indexOf(row);
      const target = Math.max(0, Math.min(index + by, rows.length - 1));
      if (target !== index) focusRow(rows[target]);
      return target - index;
    }

    /** To messages that have to be read first. */
    async function stepBeyond(messageId: string, by: number): Promise<number> {
      await (by > 0 ? loadNewer() : loadOlder());
      await drawn();
      const row = element === null ? null : rowOf(element, messageId);
      // The keyboard went somewhere else meanwhile.
      if (row === null || element === null || focusedRow(element) !== row) return 0;
      return stepFrom(row, by);
    }

    async function toBeginning(takesFocus: boolean): Promise<void> {
      letGo();
      if (!(await loadBeginning(sessionId))) return;
      await drawn();
      if (element === null) return;
      element.scrollTop = 0;
      if (takesFocus) rowsOf(element)[0]?.focus({ preventScroll: true });
    }

    async function toEnd(takesFocus: boolean): Promise<void> {
      await jumpToEnd();
      await drawn();
      if (takesFocus && element !== null) [...rowsOf(element)].at(-1)?.focus({ preventScroll: true });
    }

    function follow(intent: MessageKeyIntent, row: HTMLElement | null, place: HTMLElement | null): boolean {
      const { conversations, running, beside } = useChatStore.getState();
      const conversation = conversations[sessionId];
      const messageId = place?.dataset['column'] ?? place?.dataset['message'] ?? '';
      const message = messageOf({ conversations, beside }, sessionId, messageId);
      // Where no message has the keyboard, Home and End only scroll.
      const takesFocus = row !== null || !('isPlain' in intent && intent.isPlain);
      switch (intent.kind) {
        case 'step':
          attempt(() => step(intent.by));
          return true;
        case 'beginning':
          // What is all there, the browser scrolls.
          if (!takesFocus && conversation?.hasOlder !== true) return false;
          attempt(() => toBeginning(takesFocus));
          return true;
        case 'end':
          if (!takesFocus && conversation?.hasNewer !== true) return false;
          attempt(() => toEnd(takesFocus));
          return true;
        case 'leave':
          // While it answers, Escape stops the answer.
          if (running[sessionId] !== undefined) return false;
          focusOn('composer');
          return true;
        case 'menu':
          if (message === undefined || place === null) return false;
          openMenu({ message, anchor: place, returnFocusTo: place, isByKey: true });
          return true;
        case 'other': {
          const action = message === undefined ? undefined : actionForKey(message, intent.press);
          if (message === undefined || action === undefined) return false;
          runMessageAction(action, message);
          return true;
        }
      }
    }

    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return;
      if (isInTextField(event.target)) return;
      const intent = intentOf(event);
      if (intent === null) return;
      if (isOwnKey(event.target, event.key)) return;
      const row = event.target.closest<HTMLElement>('[data-message]');
      // Of several answers beside each other, the one that has the keyboard.
      const place = event.target.closest<HTMLElement>('[data-column], [data-message]');
      if (follow(intent, row, place)) event.preventDefault();
    };
    element.addEventListener('keydown', handleKey);
    return () => element.removeEventListener('keydown', handleKey);
  }, [scroller, sessionId, openMenu, loadOlder, loadNewer, jumpToEnd, letGo]);
}

/** A block of code has keys of its own. */
function isOwnKey(element: Element, key: string): boolean {
  return element.closest<HTMLElement>('[data-own-keys]')?.dataset['ownKeys']?.includes(key) === true;
}

function focusedRow(scroller: HTMLElement): HTMLElement | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-message]') ?? null;
  return row !== null && scroller.contains(row) ? row : null;
}

/** After what was loaded is on the page. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
