import { ChevronLeft, ChevronRight, GitCompareArrows } from 'lucide-react';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { compareVersions } from '../../actions/branches.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import styles from './answer-switcher.module.css';

export interface AnswerSwitcherProps {
  readonly message: Message;
}

/** Goes through the messages that stand at the same place: other answers to the same question. */
export function AnswerSwitcher({ message }: AnswerSwitcherProps) {
  const selectBranch = useChatStore((store) => store.selectBranch);
  const { siblingIds } = message;
  const index = siblingIds.indexOf(message.id);
  if (siblingIds.length < 2 || index < 0) return null;

  const choose = (id: string | undefined) => {
    if (id !== undefined) attempt(() => selectBranch(message.sessionId, id));
  };
  const previous = siblingIds[index - 1];
  const next = siblingIds[index + 1];
  return (
    <span className={styles['switcher']}>
      <button
        type="button"
        className={styles['step']}
        aria-label={text.chat.previousAnswer}
        aria-disabled={previous === undefined}
        onClick={() => choose(previous)}
      >
        <ChevronLeft size={14} aria-hidden />
      </button>
      <span
        role="img"
        aria-label={text.chat.answerOfLong(index + 1, siblingIds.length)}
        aria-description={text.branches.versions(index + 1, siblingIds.length)}
      >
        {text.chat.answerOf(index + 1, siblingIds.length)}
      </span>
      <button
        type="button"
        className={styles['step']}
        aria-label={text.chat.nextAnswer}
        aria-disabled={next === undefined}
        onClick={() => choose(next)}
      >
        <ChevronRight size={14} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['step']}
        aria-label={text.branches.compareVersions}
        title={text.branches.compareVersions}
        onClick={() => compareVersions(message)}
      >
        <GitCompareArrows size={13} aria-hidden />
      </button>
    </span>
  );
}
