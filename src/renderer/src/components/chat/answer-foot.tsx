import { RotateCcw } from 'lucide-react';
import { type Message, tokensPerSecond } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { formatCount, formatRate } from '../../format/numbers.ts';
import { formatCountdown, formatFullTime } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { Button } from '../controls/button.tsx';
import { classNames } from '../controls/class-names.ts';
import { modelLabel } from '../models/model-names.ts';
import { AnswerSwitcher } from './answer-switcher.tsx';
import { CopyButton } from './copy-button.tsx';
import { DeleteBranchButton } from './delete-branch-button.tsx';
import styles from './message-foot.module.css';

export interface AnswerFootProps {
  readonly message: Message;
  readonly content: string;
  readonly isLast: boolean;
  readonly time: string;
}

/** Under an answer: who wrote it, its numbers, and what can be done with it. */
export function AnswerFoot({ message, content, isLast, time }: AnswerFootProps) {
  const retry = useChatStore((store) => store.retry);
  const isBusy = useChatStore((store) => store.running[message.sessionId] !== undefined);
  const { parentId, sessionId } = message;
  // The note about what went wrong has that button already.
  const hasOwnRetry = message.status === 'failed' || message.status === 'interrupted';
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
        <AnswerSwitcher message={message} />
        {content !== '' && <CopyButton content={content} />}
        {parentId !== null && !isBusy && !hasOwnRetry && (
          <Button
            look="quiet"
            aria-label={text.chat.retryAnswer}
            title={text.chat.retryAnswer}
            onClick={() => attempt(() => retry(sessionId, parentId))}
          >
            <RotateCcw size={13} aria-hidden />
            {text.chat.retry}
          </Button>
        )}
        <DeleteBranchButton message={message} />
      </span>
    </div>
  );
}

function Writing({ since }: { readonly since: number }) {
  return <span>{text.chat.writing(formatCountdown(useNow(1_000) - since))}</span>;
}

function Facts({ message, time }: { readonly message: Message; readonly time: string }) {
  const { model, usage } = message;
  const rate = usage === null ? null : tokensPerSecond(usage);
  const prompt = usage?.promptTokens ?? null;
  const reply = usage?.replyTokens ?? null;
  return (
    <>
      {model !== null && <span>{modelLabel(model)}</span>}
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
      <span>
        <time dateTime={new Date(message.createdAt).toISOString()} title={formatFullTime(message.createdAt)}>
          {time}
        </time>
      </span>
    </>
  );
}
