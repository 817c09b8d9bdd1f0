import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { QueuedMessage } from '#shared/contract/queue.ts';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { removeQueued } from '../../actions/queue.ts';
import { focusOn, isInTextField } from '../../focus.ts';
import type { Queue } from '../../stores/chat/queue-store.ts';
import { stepInRow } from '../attachments/step-in-row.ts';
import { QueueHead } from './queue-head.tsx';
import styles from './queue-list.module.css';
import { QueuedField } from './queued-field.tsx';
import { QueuedRow } from './queued-row.tsx';

export interface QueueListProps {
  readonly sessionId: SessionId;
  readonly queue: Queue;
}

/** One tab stop; the arrow keys lead from message to message, Enter edits one, Delete takes one out. */
export function QueueList({ sessionId, queue }: QueueListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [active, setActive] = useState(0);
  const [editedId, setEditedId] = useState<string | null>(null);
  /** Where the keyboard goes once the list is drawn anew; the one that had it is gone then. */
  const focusNext = useRef<number | null>(null);
  const activeIndex = Math.min(active, queue.length - 1);

  useLayoutEffect(() => {
    const index = focusNext.current;
    if (index === null) return;
    focusNext.current = null;
    rowsIn(list.current)
      .at(Math.min(index, queue.length - 1))
      ?.focus();
  });

  // What was just added is seen; at first one sees what goes next.
  const lastId = queue.at(-1)?.id;
  const seen = useRef({ lastId, count: queue.length });
  useLayoutEffect(() => {
    const isAdded = lastId !== seen.current.lastId && queue.length > seen.current.count;
    seen.current = { lastId, count: queue.length };
    if (isAdded) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [lastId, queue.length]);

  function remove(message: QueuedMessage, index: number): void {
    if (queue.length === 1) focusOn('composer');
    else focusNext.current = index;
    attempt(() => removeQueued(message));
  }

  /** The row is still there, but not for long. */
  function focusBeside(index: number): void {
    if (queue.length === 1) focusOn('composer');
    else focusNext.current = index + 1 < queue.length ? index + 1 : index - 1;
  }

  function handleKey(event: KeyboardEvent): void {
    const message = queue[activeIndex];
    if (!(event.target instanceof HTMLElement) || isInTextField(event.target) || message === undefined)
      return;
    const isOnRow = event.target.dataset['queued'] !== undefined;
    const next = stepInRow(event.key, activeIndex, queue.length);
    // From the button that deletes a message, too.
    if (next !== null) rowsIn(list.current)[next]?.focus();
    else if (!isOnRow) return;
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(message, activeIndex);
    else return;
    event.preventDefault();
  }

  return (
    <section className={styles['box']} aria-label={text.queue.label}>
      <QueueHead sessionId={sessionId} count={queue.length} isChanging={queue[0]?.id === editedId} />
      <ol ref={list} className={styles['list']} onKeyDown={handleKey}>
        {queue.map((message, index) => (
          <li key={message.id} className={styles['item']}>
            {message.id === editedId ? (
              <QueuedField
                message={message}
                place={index + 1}
                onDone={(keyboard) => {
                  if (keyboard === 'row') focusNext.current = index;
                  else if (keyboard === 'other-row') focusBeside(index);
                  setEditedId(null);
                }}
              />
            ) : (
              <QueuedRow
                message={message}
                place={index + 1}
                isTabStop={index === activeIndex}
                onFocus={() => setActive(index)}
                onEdit={() => setEditedId(message.id)}
                onRemove={() => remove(message, index)}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function rowsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>('[data-queued]')];
}
