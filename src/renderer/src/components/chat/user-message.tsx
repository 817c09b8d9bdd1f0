import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { foldText } from '../../format/long-text.ts';
import { formatFullTime } from '../../format/time.ts';
import { useIsRevealed } from '../../stores/chat/marks-store.ts';
import { useMessageFolds } from '../../stores/chat/message-folds-store.ts';
import { MessageAttachments } from '../attachments/message-attachments.tsx';
import { Button } from '../controls/button.tsx';
import { AnswerSwitcher } from './answer-switcher.tsx';
import { MessageActions } from './message-actions.tsx';
import foot from './message-foot.module.css';
import styles from './user-message.module.css';

export interface UserMessageProps {
  readonly message: Message;
  readonly time: string;
}

/** What the user wrote, exactly as it was written. */
export function UserMessage({ message, time }: UserMessageProps) {
  const isOpen = useMessageFolds(({ parts }) => parts[message.id] ?? false);
  const setPart = useMessageFolds((store) => store.setPart);
  const { shown, isFolded, lineCount } = foldText(message.content);
  const isRevealed = useIsRevealed(message.id, 'content');
  const isUnfolded = isOpen || (isRevealed && isFolded);
  return (
    <div className={styles['user']}>
      <div className={styles['card']}>
        <MessageAttachments message={message} />
        {message.content !== '' && (
          <p data-text="content" className={styles['text']}>
            {isUnfolded ? message.content : shown}
          </p>
        )}
        {isFolded && (
          <Button
            look="quiet"
            className={styles['fold']}
            aria-expanded={isUnfolded}
            onClick={() => setPart(message.id, !isUnfolded)}
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
          <MessageActions message={message} content={message.content} thinking="" />
        </span>
        <time dateTime={new Date(message.createdAt).toISOString()} title={formatFullTime(message.createdAt)}>
          {time}
        </time>
      </div>
    </div>
  );
}
