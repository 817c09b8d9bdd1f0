import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { Message, MessageId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../../actions/attempt.ts';
import { useChatStore } from '../../../stores/chat/chat-store.ts';
import { useSideBySideStore } from '../../../stores/chat/side-by-side-store.ts';
import { Button } from '../../controls/button.tsx';
import { modelLabel } from '../../models/model-names.ts';
import { AnswerColumn } from './answer-column.tsx';
import { InColumnContext } from './in-column.ts';
import styles from './side-by-side.module.css';

export interface SideBySideProps {
  /** The answer of the branch. */
  readonly message: Message;
  /** All that stand beside each other, that one included. */
  readonly answerIds: readonly MessageId[];
  /** The end of the branch. */
  readonly isLast: boolean;
}

const words = text.answers.sideBySide;

/** Several answers to one question, each in its own column. */
export function SideBySide({ message, answerIds, isLast }: SideBySideProps) {
  const loadBeside = useChatStore((store) => store.loadBeside);
  const fold = useSideBySideStore((store) => store.fold);
  const { sessionId, parentId } = message;
  const group = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const others = answerIds.filter((id) => id !== message.id);
    attempt(() => loadBeside(sessionId, others));
  }, [loadBeside, sessionId, answerIds, message.id]);

  // The keyboard goes from the answer to its column, and back to the answer when the columns go away.
  useLayoutEffect(() => {
    const element = group.current;
    const shown = element?.querySelector<HTMLElement>('[data-column][data-shown=true]');
    if (shown != null) showInWidth(shown);
    if (element?.closest('article') === document.activeElement) shown?.focus({ preventScroll: true });
    return () => {
      if (element?.contains(document.activeElement)) {
        element.closest('article')?.focus({ preventScroll: true });
      }
    };
  }, []);

  function handleKey(event: KeyboardEvent<HTMLDivElement>): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const columns = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-column]')];
    // Inside a column the arrows belong to what scrolls there.
    const index = event.target instanceof HTMLElement ? columns.indexOf(event.target) : -1;
    if (index < 0) return;
    event.preventDefault();
    columns[index + by]?.focus();
    columns[index + by]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return (
    <div className={styles['group']} ref={group} data-count={answerIds.length}>
      <InColumnContext value={true}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the columns in it */}
        <div className={styles['columns']} onKeyDown={handleKey}>
          {answerIds.map((id, index) => (
            <AnswerColumn
              key={id}
              sessionId={sessionId}
              answerId={id}
              index={index}
              count={answerIds.length}
              isShown={id === message.id}
              isLast={isLast}
            />
          ))}
        </div>
      </InColumnContext>
      <p className={styles['note']}>
        {isLast && words.next(message.model === null ? text.chat.assistant : modelLabel(message.model))}
        {parentId !== null && (
          <Button look="quiet" title={words.fold} onClick={() => fold(parentId)}>
            {words.foldButton}
          </Button>
        )}
      </p>
    </div>
  );
}

/** Scrolls the columns, not the transcript, until all of this one is seen. */
function showInWidth(column: HTMLElement): void {
  const columns = column.parentElement;
  if (columns === null) return;
  const over = column.getBoundingClientRect().right - columns.getBoundingClientRect().right;
  if (over > 0) columns.scrollLeft += over;
}
