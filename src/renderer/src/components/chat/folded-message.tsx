import { ChevronRight } from 'lucide-react';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { firstLineOf } from '../../format/first-line.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useMessageFolds } from '../../stores/chat/message-folds-store.ts';
import styles from './folded-message.module.css';

export interface FoldedMessageProps {
  readonly message: Message;
  readonly author: string;
}

/** A message of which only the first line is wanted. */
export function FoldedMessage({ message, author }: FoldedMessageProps) {
  const toggle = useMessageFolds((store) => store.toggleMessage);
  const live = useChatStore((store) =>
    message.status === 'streaming' ? firstLineOf(store.live[message.id]?.content.known ?? '') : undefined,
  );
  return (
    <button
      type="button"
      className={styles['line']}
      aria-expanded={false}
      title={text.messageActions.unfold}
      onClick={() => toggle(message.id)}
    >
      <ChevronRight size={13} aria-hidden />
      <span className={styles['author']}>{author}</span>
      <span className={styles['start']}>{live ?? firstLineOf(message.content)}</span>
    </button>
  );
}
