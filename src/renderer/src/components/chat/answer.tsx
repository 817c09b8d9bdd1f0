import type { Message } from '#shared/domain.ts';
import { Markdown } from '../../markdown/markdown.tsx';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import styles from './answer.module.css';
import { AnswerFoot } from './answer-foot.tsx';
import { AnswerNotes } from './answer-notes.tsx';
import { Thinking } from './thinking.tsx';
import { Waiting } from './waiting.tsx';

export interface AnswerProps {
  readonly message: Message;
  readonly isLast: boolean;
  readonly time: string;
}

/** What the model wrote, growing while it writes. */
export function Answer({ message, isLast, time }: AnswerProps) {
  const isStreaming = message.status === 'streaming';
  // Only the answer being written reads the live text, so only it is drawn again with every piece.
  const live = useChatStore((store) => (isStreaming ? store.live[message.id] : undefined));
  const content = live?.content.known ?? message.content;
  const thinking = live?.thinking.known ?? message.thinking;

  return (
    <div className={styles['answer']} aria-busy={isStreaming}>
      {thinking !== '' && (
        <Thinking
          messageId={message.id}
          text={thinking}
          isRunning={isStreaming && content === ''}
          since={live?.thinkingSince ?? message.createdAt}
          durationMs={durationOf(message, live?.thinkingSince ?? null, live?.contentSince ?? null)}
        />
      )}
      {isStreaming && content === '' && thinking === '' && (
        <Waiting model={message.model} since={message.createdAt} />
      )}
      {content !== '' && (
        <div data-text="content">
          <Markdown text={content} isStreaming={isStreaming} />
        </div>
      )}
      <AnswerNotes message={message} journalError={live?.journalError ?? null} />
      <AnswerFoot message={message} content={content} thinking={thinking} isLast={isLast} time={time} />
    </div>
  );
}

/** How long the model thought; null while it does or when nobody knows. */
function durationOf(
  message: Message,
  thinkingSince: number | null,
  contentSince: number | null,
): number | null {
  if (message.usage !== null) return message.usage.thinkingMs;
  return thinkingSince === null || contentSince === null ? null : contentSince - thinkingSince;
}
