import { ArrowUp } from 'lucide-react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { sendNextQueued } from '../../actions/queue.ts';
import { focusOn } from '../../focus.ts';
import { Button } from '../controls/button.tsx';
import styles from './queue-list.module.css';
import { useQueueState } from './use-queue-state.ts';

export interface QueueHeadProps {
  readonly sessionId: SessionId;
  /** Of the messages that wait. */
  readonly count: number;
  /** The first one is being changed, so it does not go. */
  readonly isChanging: boolean;
}

/** What the messages wait for; when that is somebody, a button. */
export function QueueHead({ sessionId, count, isChanging }: QueueHeadProps) {
  const idle = useQueueState(sessionId);
  const state = idle === 'other' && isChanging ? 'changing' : idle;
  return (
    <div className={styles['head']}>
      <p className={styles['state']} role="status">
        {state === 'going' ? text.queue.waiting(count) : text.queue.reasons[state](count)}
      </p>
      {state !== 'going' && state !== 'changing' && (
        <Button
          className={styles['send']}
          title={text.queue.sendNowHint}
          onClick={() => {
            attempt(() => sendNextQueued(sessionId));
            focusOn('composer');
          }}
        >
          <ArrowUp size={13} aria-hidden />
          {text.queue.sendNow}
        </Button>
      )}
    </div>
  );
}
