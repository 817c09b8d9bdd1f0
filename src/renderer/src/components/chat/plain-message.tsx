import { useState } from 'react';
import type { Message } from '#shared/domain.ts';
import { foldText } from '../../format/long-text.ts';
import { useIsRevealed } from '../../stores/chat/marks-store.ts';
import styles from './plain-message.module.css';

export interface PlainMessageProps {
  readonly message: Message;
  readonly author: string;
  readonly time: string;
}

/** A message of the system or of a tool: quiet, and folded to its beginning. */
export function PlainMessage({ message, author, time }: PlainMessageProps) {
  const [isOpen, setOpen] = useState(false);
  const isRevealed = useIsRevealed(message.id, 'content');
  return (
    <details
      className={styles['plain']}
      open={isOpen || isRevealed}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles['summary']}>
        {author} · {time} ·{' '}
        <span className={styles['start']}>{foldText(message.content).shown.split('\n', 1)[0]}</span>
      </summary>
      <p data-text="content" className={styles['text']}>
        {message.content}
      </p>
    </details>
  );
}
