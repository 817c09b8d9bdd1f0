import { type Message, tokensPerSecond } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatCount, formatRate } from '../../format/numbers.ts';
import { formatCountdown, formatFullTime } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { classNames } from '../controls/class-names.ts';
import { modelLabel } from '../models/model-names.ts';
import { AnswerSwitcher } from './answer-switcher.tsx';
import { MessageActions } from './message-actions.tsx';
import styles from './message-foot.module.css';
import { useIsInColumn } from './side-by-side/in-column.ts';

export interface AnswerFootProps {
  readonly message: Message;
  /** As shown, of a growing answer too. */
  readonly content: string;
  readonly thinking: string;
  readonly isLast: boolean;
  readonly time: string;
}

/** Under an answer: who wrote it, its numbers, and what can be done with it. */
export function AnswerFoot({ message, content, thinking, isLast, time }: AnswerFootProps) {
  const isInColumn = useIsInColumn();
  return (
    <div className={styles['foot']}>
      <span className={styles['facts']}>
        {message.status === 'streaming' ? (
          content !== '' && <Writing since={message.createdAt} />
        ) : (
          <Facts message={message} time={time} />
        )}
      </span>
      <span className={classNames(styles['actions'], isLast && styles['always'])}>
        {!isInColumn && <AnswerSwitcher message={message} />}
        <MessageActions message={message} content={content} thinking={thinking} />
      </span>
    </div>
  );
}

function Writing({ since }: { readonly since: number }) {
  return <span>{text.chat.writing(formatCountdown(useNow(1_000) - since))}</span>;
}

function Facts({ message, time }: { readonly message: Message; readonly time: string }) {
  const { model, usage } = message;
  // A column has the name of its model above.
  const isInColumn = useIsInColumn();
  const rate = usage === null ? null : tokensPerSecond(usage);
  const prompt = usage?.promptTokens ?? null;
  const reply = usage?.replyTokens ?? null;
  return (
    <>
      {model !== null && !isInColumn && (
        <span className={styles['model']} title={modelLabel(model)}>
          {modelLabel(model)}
        </span>
      )}
      {reply !== null && (
        <span
          title={
            prompt === null ? undefined : text.chat.usageExplained(formatCount(prompt), formatCount(reply))
          }
        >
          {prompt === null
            ? text.chat.tokens(formatCount(reply))
            : text.chat.promptAndReplyTokens(formatCount(prompt), formatCount(reply))}
        </span>
      )}
      {rate !== null && <span>{text.chat.tokensPerSecond(formatRate(rate))}</span>}
      {message.editedAt !== null && (
        <span title={text.answers.edit.editedAt(formatFullTime(message.editedAt))}>
          {text.answers.edit.edited}
        </span>
      )}
      <span>
        <time dateTime={new Date(message.createdAt).toISOString()} title={formatFullTime(message.createdAt)}>
          {time}
        </time>
      </span>
    </>
  );
}
