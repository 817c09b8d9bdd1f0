import { text } from '#shared/text/index.ts';
import type { LoadState } from '../../stores/chat/chat-state.ts';
import { Button } from '../controls/button.tsx';
import styles from './transcript.module.css';

export interface PageLineProps {
  readonly end: 'older' | 'newer';
  readonly state: LoadState | undefined;
  readonly onRetry: () => void;
}

/** Stands where more messages will be: that they are being read, or that they could not be. */
export function PageLine({ end, state, onRetry }: PageLineProps) {
  const isOlder = end === 'older';
  if (typeof state !== 'object') {
    return (
      <div data-page-line className={styles['page']}>
        {isOlder ? text.chat.loadingOlder : text.chat.loadingNewer}
      </div>
    );
  }
  return (
    <div data-page-line className={styles['page']}>
      {isOlder ? text.chat.olderFailed : text.chat.newerFailed}
      <Button look="quiet" onClick={onRetry}>
        {text.common.retry}
      </Button>
    </div>
  );
}
