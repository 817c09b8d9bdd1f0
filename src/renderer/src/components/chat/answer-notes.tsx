import { canContinue, type Message } from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';
import { describeError, text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { askOnceMore } from '../../actions/side-by-side.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { Button } from '../controls/button.tsx';
import { ErrorNote } from '../errors/error-note.tsx';
import styles from './answer-notes.module.css';

export interface AnswerNotesProps {
  readonly message: Message;
  /** Set while a running answer cannot be saved. */
  readonly journalError: ErrorReport | null;
}

/** What there is to know about how an answer ended, where it ended. */
export function AnswerNotes({ message, journalError }: AnswerNotesProps) {
  const onRetry = message.parentId === null ? undefined : () => attempt(() => askOnceMore(message));
  const isEmpty = message.content === '';

  switch (message.status) {
    case 'streaming':
      if (journalError === null) return null;
      return <p className={styles['warning']}>{text.chat.notSaved(describeError(journalError).what)}</p>;
    case 'stopped':
      return (
        <div className={styles['note']}>
          {isEmpty ? text.chat.stoppedEmpty : text.chat.stopped}
          <ContinueButton message={message} />
        </div>
      );
    case 'interrupted':
      return (
        <div className={styles['warning']}>
          {isEmpty ? text.chat.interruptedEmpty : text.chat.interrupted}
          <ContinueButton message={message} />
          {onRetry !== undefined && <Button onClick={onRetry}>{text.common.retry}</Button>}
        </div>
      );
    case 'failed':
      return (
        <div className={styles['failure']}>
          <ErrorNote
            error={message.error ?? { code: 'answer-failed', details: { detail: '' } }}
            onRetry={onRetry}
          />
          <ContinueButton message={message} />
        </div>
      );
    case 'complete':
      if (message.usage?.doneReason === 'length') {
        return (
          <div className={styles['note']}>
            {text.chat.lengthReached}
            <ContinueButton message={message} />
          </div>
        );
      }
      return isEmpty ? <p className={styles['note']}>{text.chat.emptyAnswer}</p> : null;
  }
}

/** From the very last character on, in the same place. */
function ContinueButton({ message }: { readonly message: Message }) {
  const continueReply = useChatStore((store) => store.continueReply);
  const isBusy = useChatStore(({ running }) => running[message.sessionId] !== undefined);
  if (!canContinue(message)) return null;
  return (
    <Button
      className={styles['continue']}
      aria-label={text.answers.goOn.action}
      disabled={isBusy}
      title={isBusy ? text.answers.edit.problems.busy : text.answers.goOn.action}
      onClick={({ currentTarget }) => {
        // The button goes away with the note; the answer keeps the keyboard.
        currentTarget.closest<HTMLElement>('[data-column], article')?.focus({ preventScroll: true });
        attempt(() => continueReply(message));
      }}
    >
      {text.answers.goOn.button}
    </Button>
  );
}
