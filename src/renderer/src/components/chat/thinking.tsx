import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import type { MessageId } from '#shared/domain.ts';
import { text as texts } from '#shared/text/index.ts';
import { formatDuration } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useIsRevealed } from '../../stores/chat/marks-store.ts';
import { isPartOpen, useMessageFolds } from '../../stores/chat/message-folds-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import styles from './thinking.module.css';

export interface ThinkingProps {
  readonly messageId: MessageId;
  readonly text: string;
  /** The model is still thinking. */
  readonly isRunning: boolean;
  readonly since: number;
  readonly durationMs: number | null;
}

/** The thoughts before an answer: folded, with how long they took. */
export function Thinking({ messageId, text, isRunning, since, durationMs }: ThinkingProps) {
  const opensThinking = useSettingsStore(({ settings }) => settings.opensThinking);
  const touched = useMessageFolds(({ parts }) => parts[messageId]);
  const setPart = useMessageFolds((store) => store.setPart);
  const isRevealed = useIsRevealed(messageId, 'thinking');
  const isOpen = isPartOpen(touched, isRunning, opensThinking) || isRevealed;
  const id = useId();
  const now = useNow(1_000, isRunning);
  const summary = isRunning
    ? texts.chat.thinkingNow(formatDuration(now - since))
    : durationMs === null
      ? texts.chat.thought
      : durationMs < 1_000
        ? texts.chat.thoughtBriefly
        : texts.chat.thoughtFor(formatDuration(durationMs));
  return (
    <div className={styles['thinking']}>
      <button
        type="button"
        className={styles['summary']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setPart(messageId, !isOpen)}
      >
        <ChevronRight size={13} aria-hidden className={styles['chevron']} />
        {summary}
      </button>
      <div id={id} hidden={!isOpen} data-text="thinking" className={styles['text']}>
        {isOpen && text}
      </div>
    </div>
  );
}
