import { useEffect, useRef } from 'react';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { chooseUpTo, deleteMessages } from '../../actions/branches.ts';
import { focusOn } from '../../focus.ts';
import { useMessageSelection } from '../../stores/chat/message-selection-store.ts';
import { authorOf } from './authors.ts';
import styles from './select-box.module.css';

export interface SelectBoxProps {
  readonly message: Message;
  readonly time: string;
}

/** Lies over a message while messages are chosen: a click anywhere on it chooses it. */
export function SelectBox({ message, time }: SelectBoxProps) {
  const { id, sessionId } = message;
  const box = useRef<HTMLInputElement>(null);
  const isChosen = useMessageSelection(({ selection }) => selection.ids.has(id));
  const isAnchor = useMessageSelection(({ selection }) => selection.anchor === id);
  const { toggle } = useMessageSelection.getState();

  // Where choosing begins has the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the way in moves it
  useEffect(() => {
    if (isAnchor) box.current?.focus({ preventScroll: true });
  }, []);

  // A listener of its own, before those of the message, whose keys mean other things.
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const handle = (event: KeyboardEvent) => {
      if (handleKey(event, element, id, sessionId)) event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('keydown', handle);
    return () => element.removeEventListener('keydown', handle);
  }, [id, sessionId]);

  return (
    <label className={styles['row']} data-chosen={isChosen}>
      <input
        ref={box}
        type="checkbox"
        className={styles['box']}
        data-select={id}
        checked={isChosen}
        aria-label={text.branches.selection.choose(authorOf(message), time)}
        onChange={(event) => {
          const isRange = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
          if (isRange) attempt(() => chooseUpTo(sessionId, id));
          else toggle(id);
        }}
      />
    </label>
  );
}

/** False for a key the checkbox or the window knows what to do with. */
function handleKey(event: KeyboardEvent, box: HTMLInputElement, id: string, sessionId: string): boolean {
  const { end, selection } = useMessageSelection.getState();
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-select]')];
      const next = boxes[boxes.indexOf(box) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next === undefined) return true;
      if (event.shiftKey) {
        const to = next.dataset['select'] ?? '';
        attempt(async () => {
          if (selection.anchor === null) await chooseUpTo(sessionId, id);
          await chooseUpTo(sessionId, to);
        });
      }
      next.focus();
      return true;
    }
    case 'Delete':
      if (selection.ids.size > 0) attempt(() => deleteMessages(sessionId, [...selection.ids]));
      focusOn('transcript');
      return true;
    case 'Escape':
      end();
      focusOn('transcript');
      return true;
    default:
      return false;
  }
}
