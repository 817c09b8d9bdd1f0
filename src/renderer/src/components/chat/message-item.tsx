import { lazy, memo, Suspense } from 'react';
import type { Message, MessageRole } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useMarksStore } from '../../stores/chat/marks-store.ts';
import { useMessageFolds } from '../../stores/chat/message-folds-store.ts';
import { useMessageSelection } from '../../stores/chat/message-selection-store.ts';
import { AnswerPlace } from './answer-place.tsx';
import { Editable } from './editing/editable.tsx';
import { FoldedMessage } from './folded-message.tsx';
import styles from './message-item.module.css';
import { PlainMessage } from './plain-message.tsx';
import { UserMessage } from './user-message.tsx';

const SelectBox = lazy(async () => ({ default: (await import('../branches/select-box.tsx')).SelectBox }));

export interface MessageItemProps {
  readonly message: Message;
  /** The end of the branch, whose actions are always visible. */
  readonly isLast: boolean;
  /** When it was written, for people. */
  readonly time: string;
}

const authors: Readonly<Record<MessageRole, string>> = {
  user: text.chat.you,
  assistant: text.chat.assistant,
  system: text.chat.system,
  tool: text.chat.tool,
};

/** One message of the branch. A finished one is drawn again only when it changes. */
export const MessageItem = memo(function MessageItem({ message, isLast, time }: MessageItemProps) {
  const author = message.role === 'assistant' ? (message.model ?? authors.assistant) : authors[message.role];
  const isRevealed = useMarksStore(({ target }) => target?.messageId === message.id);
  const isFolded = useMessageFolds(({ folded }) => folded.has(message.id)) && !isRevealed;
  const isChoosing = useMessageSelection(({ sessionId }) => sessionId === message.sessionId);
  return (
    <article
      data-message={message.id}
      data-role={message.role}
      data-status={message.status}
      className={styles['item']}
      tabIndex={-1}
      aria-label={text.chat.messageBy(author, time)}
    >
      {/* While messages are chosen, the box that lies over this is all that can be reached. */}
      <div className={styles['content']} inert={isChoosing}>
        {isFolded && <FoldedMessage message={message} author={author} />}
        {!isFolded && message.role === 'assistant' && (
          <AnswerPlace message={message} isLast={isLast} time={time} />
        )}
        {!isFolded && message.role === 'user' && (
          <Editable message={message}>
            <UserMessage message={message} time={time} />
          </Editable>
        )}
        {!isFolded && (message.role === 'system' || message.role === 'tool') && (
          <PlainMessage message={message} author={author} time={time} />
        )}
      </div>
      {isChoosing && (
        <Suspense fallback={null}>
          <SelectBox message={message} time={time} />
        </Suspense>
      )}
    </article>
  );
});
