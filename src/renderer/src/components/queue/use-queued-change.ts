import { useEffect, useRef, useState } from 'react';
import type { QueuedMessage } from '#shared/contract/queue.ts';
import { attempt } from '../../actions/attempt.ts';
import { changeQueued, holdQueued, removeEmptied } from '../../actions/queue.ts';

const saveDelayMs = 300;

export interface QueuedChange {
  readonly words: string;
  readonly write: (words: string) => void;
  /** Saves what is written; with nothing left of it, the message is taken out. False then. */
  readonly end: () => boolean;
  readonly takeBack: () => void;
}

/** Other words for a message that waits, saved as they are typed; until its field goes, it does not go either. */
export function useQueuedChange(message: QueuedMessage): QueuedChange {
  const [words, setWords] = useState(message.text);
  const original = useRef(message.text);
  /** As main has it, or is about to. */
  const saved = useRef(message);
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function save(): void {
    clearTimeout(timer.current);
    const { current: changed } = unsaved;
    const { current: before } = saved;
    // Emptied on the way to other words it is still itself.
    if (changed === null || isEmpty(before, changed)) return;
    unsaved.current = null;
    saved.current = { ...before, text: changed };
    attempt(() => changeQueued(before, changed));
  }

  function end(): boolean {
    save();
    if (unsaved.current === null) return true;
    unsaved.current = null;
    attempt(() => removeEmptied(saved.current, original.current));
    return false;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; it also ends when the message was sent
  useEffect(() => {
    const { sessionId, id } = message;
    attempt(() => holdQueued(sessionId, id));
    return () => {
      end();
      attempt(() => holdQueued(sessionId, null));
    };
  }, []);

  return {
    words,
    write(changed) {
      setWords(changed);
      unsaved.current = changed;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, saveDelayMs);
    },
    end,
    takeBack() {
      unsaved.current = original.current;
      save();
    },
  };
}

function isEmpty({ attachments }: QueuedMessage, words: string): boolean {
  return words.trim() === '' && attachments.length === 0;
}
