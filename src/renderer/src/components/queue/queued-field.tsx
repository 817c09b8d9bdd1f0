import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { messageLengthLimit } from '#shared/contract/chat.ts';
import type { QueuedMessage } from '#shared/contract/queue.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { changeQueued } from '../../actions/queue.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { isSendKey } from '../composer/send-key.ts';
import { useGrowingField } from '../composer/use-growing-field.ts';
import styles from './queue-list.module.css';

export interface QueuedFieldProps {
  readonly message: QueuedMessage;
  readonly place: number;
  /** With true the keyboard goes back to the row. */
  readonly onDone: (keepsKeyboard: boolean) => void;
}

/** Changes a message that waits, in its place. It is saved when it is left, whatever way, but by Escape. */
export function QueuedField({ message, place, onDone }: QueuedFieldProps) {
  const [changed, setChanged] = useState(message.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const unsaved = useRef<string | null>(null);
  const known = useRef(message);
  const sendKey = useSettingsStore((store) => store.settings.sendKey);
  const onMac = useSettingsStore(isMac);
  const fontSize = useSettingsStore((store) => store.settings.fontSize);
  useGrowingField(field, fontSize);

  function save(): void {
    const words = unsaved.current;
    unsaved.current = null;
    if (words !== null) attempt(() => changeQueued(known.current, words));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; it is also left when its message was sent
  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    return save;
  }, []);

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const isLeaving = event.key === 'Escape';
    if (!isLeaving && !isSendKey(event.nativeEvent, sendKey, onMac)) return;
    event.preventDefault();
    // Escape would stop the answer, too.
    event.stopPropagation();
    if (isLeaving) unsaved.current = null;
    save();
    onDone(true);
  }

  return (
    <textarea
      ref={field}
      className={styles['field']}
      rows={1}
      value={changed}
      maxLength={messageLengthLimit}
      aria-label={text.queue.editField(place)}
      title={text.queue.editHint}
      onChange={({ currentTarget: { value } }) => {
        setChanged(value);
        unsaved.current = value;
      }}
      onKeyDown={handleKey}
      onBlur={() => {
        save();
        onDone(false);
      }}
    />
  );
}
