import { memo } from 'react';
import type { Message, MessageRole } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { Answer } from './answer.tsx';
import styles from './message-item.module.css';
import { PlainMessage } from './plain-message.tsx';
import { UserMessage } from './user-message.tsx';

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
  return (
    <article
      data-message={message.id}
      data-role={message.role}
      data-status={message.status}
      className={styles['item']}
      tabIndex={-1}
      aria-label={text.chat.messageBy(author, time)}
    >
      {message.role === 'assistant' && <Answer message={message} isLast={isLast} time={time} />}
      {message.role === 'user' && <UserMessage message={message} time={time} />}
      {(message.role === 'system' || message.role === 'tool') && (
        <PlainMessage message={message} author={author} time={time} />
      )}
    </article>
  );
});
