import { Check, Square } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { MessageId, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../../actions/attempt.ts';
import { keepAnswer, messageOf } from '../../../actions/side-by-side.ts';
import { formatMessageTime } from '../../../format/time.ts';
import { useNow } from '../../../hooks/use-now.ts';
import { useChatStore } from '../../../stores/chat/chat-store.ts';
import { Button } from '../../controls/button.tsx';
import { modelLabel } from '../../models/model-names.ts';
import { Answer } from '../answer.tsx';
import { Editable } from '../editing/editable.tsx';
import styles from './side-by-side.module.css';

export interface AnswerColumnProps {
  readonly sessionId: SessionId;
  readonly answerId: MessageId;
  readonly index: number;
  readonly count: number;
  /** The one of the branch: what is asked next follows it. */
  readonly isShown: boolean;
  readonly isLast: boolean;
}

const words = text.answers.sideBySide;
/** Tab goes from answer to answer. */
const reachableByKeyboard = { tabIndex: 0 } as const;

/** One of several answers to the same question. */
export function AnswerColumn({ sessionId, answerId, index, count, isShown, isLast }: AnswerColumnProps) {
  const message = useChatStore((store) => messageOf(store, sessionId, answerId));
  const stop = useChatStore((store) => store.stop);
  const loadBeside = useChatStore((store) => store.loadBeside);
  const now = useNow(60_000);
  const isMissing = message === undefined;
  const column = useRef<HTMLDivElement>(null);
  const hasKeyboard = useRef(false);

  // The button that stops an answer goes with its end; what had the keyboard there must not lose it.
  useLayoutEffect(() => {
    if (hasKeyboard.current && document.activeElement === document.body) {
      column.current?.focus({ preventScroll: true });
    }
  });

  // The one that was shown is read again when another one takes its place.
  useEffect(() => {
    if (isMissing) attempt(() => loadBeside(sessionId, [answerId]));
  }, [isMissing, loadBeside, sessionId, answerId]);

  const model = message?.model == null ? text.chat.assistant : modelLabel(message.model);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      ref={column}
      role="group"
      data-column={answerId}
      data-shown={isShown}
      data-status={message?.status}
      className={styles['column']}
      aria-label={words.column(index + 1, count, model)}
      onFocus={() => {
        hasKeyboard.current = true;
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        hasKeyboard.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      }}
      {...reachableByKeyboard}
    >
      <p className={styles['model']} title={model}>
        {model}
      </p>
      <div className={styles['head']}>
        {isShown && (
          <span className={styles['shown']} title={words.shownLong}>
            <Check size={12} aria-hidden />
            {words.shown}
          </span>
        )}
        {message?.status === 'streaming' && (
          <Button
            look="quiet"
            aria-label={words.stopLong(model)}
            onClick={() => attempt(() => stop(sessionId, answerId))}
          >
            <Square size={10} fill="currentColor" aria-hidden />
            {words.stop}
          </Button>
        )}
        {message !== undefined && (
          <Button
            className={styles['keep']}
            aria-label={words.keepLong(model)}
            title={words.keepLong(model)}
            onClick={() => attempt(() => keepAnswer(message))}
          >
            {words.keep}
          </Button>
        )}
      </div>
      {message === undefined ? (
        <p className={styles['loading']}>{words.loading}</p>
      ) : (
        <Editable message={message}>
          <Answer message={message} isLast={isLast} time={formatMessageTime(message.createdAt, now)} />
        </Editable>
      )}
    </div>
  );
}
