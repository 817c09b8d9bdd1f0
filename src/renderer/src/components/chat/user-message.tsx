import { useState } from 'react';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatFullTime } from '../../format/time.ts';
import { useIsRevealed } from '../../stores/chat/marks-store.ts';
import { Button } from '../controls/button.tsx';
import { AnswerSwitcher } from './answer-switcher.tsx';
import { CopyButton } from './copy-button.tsx';
import { DeleteBranchButton } from './delete-branch-button.tsx';
import { foldText } from './long-text.ts';
import foot from './message-foot.module.css';
import styles from './user-message.module.css';

export interface UserMessageProps {
  readonly message: Message;
  readonly time: string;
}

/** What the user wrote, exactly as it was written. */
export function UserMessage({ message, time }: UserMessageProps) {
  const [unfoldedId, setUnfoldedId] = useState<string | null>(null);
  const { shown, isFolded, lineCount } = foldText(message.content);
  const isRevealed = useIsRevealed(message.id, 'content');
  const isUnfolded = unfoldedId === message.id || (isRevealed && isFolded);
  return (
    <div className={styles['user']}>
      <div className={styles['card']}>
        <p data-text="content" className={styles['text']}>
          {isUnfolded ? message.content : shown}
        </p>
        {isFolded && (
          <Button
            look="quiet"
            className={styles['fold']}
            aria-expanded={isUnfolded}
            onClick={() => setUnfoldedId(isUnfolded ? null : message.id)}
          >
            {isUnfolded
              ? text.chat.showLess
              : lineCount > 1
                ? text.chat.showAll(lineCount)
                : text.chat.showAllLong}
          </Button>
        )}
      </div>
      <div className={foot['foot']}>
        <span className={foot['actions']}>
          <AnswerSwitcher message={message} />
          <CopyButton content={message.content} />
          <DeleteBranchButton message={message} />
        </span>
        <time dateTime={new Date(message.createdAt).toISOString()} title={formatFullTime(message.createdAt)}>
          {time}
        </time>
      </div>
    </div>
  );
}
