import { type KeyboardEvent, useEffect, useRef } from 'react';
import { messageLengthLimit } from '#shared/contract/chat.ts';
import type { QueuedMessage } from '#shared/contract/queue.ts';
import { text } from '#shared/text/index.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { isSendKey } from '../composer/send-key.ts';
import { useGrowingField } from '../composer/use-growing-field.ts';
import styles from './queue-list.module.css';
import { useQueuedChange } from './use-queued-change.ts';

export interface QueuedFieldProps {
  readonly message: QueuedMessage;
  readonly place: number;
  /** Where the keyboard goes: to the row, to another one because this one is taken out, or where it is already. */
  readonly onDone: (keyboard: 'row' | 'other-row' | 'elsewhere') => void;
}

/** Changes a message that waits, in its place. Whatever way it is left, what was written stays, but for Escape. */
export function QueuedField({ message, place, onDone }: QueuedFieldProps) {
  const { words, write, end, takeBack } = useQueuedChange(message);
  const field = useRef<HTMLTextAreaElement>(null);
  const { sendKey, fontSize, checksSpelling } = useSettingsStore((store) => store.settings);
  const onMac = useSettingsStore(isMac);
  useGrowingField(field, fontSize);

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const isLeaving = event.key === 'Escape' && !event.nativeEvent.isComposing;
    if (!isLeaving && !isSendKey(event.nativeEvent, sendKey, onMac)) return;
    event.preventDefault();
    // Escape would stop the answer, too.
    event.stopPropagation();
    if (isLeaving) takeBack();
    onDone(isLeaving || end() ? 'row' : 'other-row');
  }

  return (
    <textarea
      ref={field}
      className={styles['field']}
      rows={1}
      value={words}
      spellCheck={checksSpelling}
      maxLength={messageLengthLimit}
      aria-label={text.queue.editField(place)}
      title={text.queue.editHint}
      onChange={({ currentTarget: { value } }) => write(value)}
      onKeyDown={handleKey}
      onBlur={() => {
        end();
        onDone('elsewhere');
      }}
    />
  );
}
