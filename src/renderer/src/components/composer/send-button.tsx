import { ArrowUp, Square } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { stopAnswer } from '../../actions/chat.ts';
import { focusOn } from '../../focus.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { Button } from '../controls/button.tsx';
import styles from './composer.module.css';

export interface SendButtonProps {
  readonly sessionId: SessionId;
  /** Why there is nothing to send now; null when there is. */
  readonly obstacle: string | null;
  readonly onSend: () => void;
}

/** Sends, or stops the answer while there is one; what is written meanwhile can wait for it. */
export function SendButton({ sessionId, obstacle, onSend }: SendButtonProps) {
  const isAnswering = useChatStore((store) => store.running[sessionId] !== undefined);

  function handleStop({ detail }: MouseEvent): void {
    // The second half of a double click on Send lands here.
    if (detail > 1) return;
    attempt(stopAnswer);
    focusOn('composer');
  }

  if (isAnswering) {
    return (
      <>
        {obstacle === null && (
          <Button
            onClick={() => {
              onSend();
              focusOn('composer');
            }}
          >
            {text.queue.add}
          </Button>
        )}
        <Button key="stop" look="primary" onClick={handleStop}>
          <Square size={11} fill="currentColor" aria-hidden />
          {text.composer.stop}
          <kbd className={styles['key']} aria-hidden>
            Esc
          </kbd>
        </Button>
      </>
    );
  }
  return (
    <Button
      key="send"
      look="primary"
      disabled={obstacle !== null}
      title={obstacle ?? undefined}
      onClick={() => {
        onSend();
        focusOn('composer');
      }}
    >
      <ArrowUp size={15} aria-hidden />
      {text.composer.send}
    </Button>
  );
}
