import { useState } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { chooseWholeBranch, copyMessages, copyPart, deleteMessages } from '../../actions/branches.ts';
import { focusOn } from '../../focus.ts';
import { formatCount } from '../../format/numbers.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useMessageSelection } from '../../stores/chat/message-selection-store.ts';
import { useNoticesStore } from '../../stores/window/notices-store.ts';
import { Button } from '../controls/button.tsx';
import styles from './message-selection-bar.module.css';
import { useSelectionKeys } from './use-selection-keys.ts';

const words = text.branches.selection;

export interface MessageSelectionBarProps {
  readonly sessionId: SessionId;
}

/** What can be done with the messages chosen. */
export function MessageSelectionBar({ sessionId }: MessageSelectionBarProps) {
  const chosen = useMessageSelection(({ selection }) => selection.ids);
  const end = useMessageSelection((store) => store.end);
  const isWhole = useMessageSelection(
    (store) =>
      store.wholeUntil !== null &&
      store.wholeUntil === useChatStore.getState().conversations[sessionId]?.session.activeLeafId,
  );
  const isBusy = useChatStore(({ running }) => running[sessionId] !== undefined);
  const [isWorking, setWorking] = useState(false);
  const ids = [...chosen];
  const hasNone = ids.length === 0 || isWorking;

  function leave(): void {
    end();
    focusOn('transcript');
  }

  useSelectionKeys(sessionId);

  function run(action: () => Promise<void>): void {
    setWorking(true);
    attempt(() => action().finally(() => setWorking(false)));
    focusOn('transcript');
  }

  return (
    <div className={styles['bar']} data-over-end role="toolbar" aria-label={words.label}>
      <span className={styles['count']} role="status">
        {ids.length === 0
          ? words.none
          : isWhole
            ? words.whole(ids.length, formatCount(ids.length))
            : words.count(formatCount(ids.length))}
      </span>
      {!isWhole && (
        <Button
          look="quiet"
          aria-keyshortcuts="Control+A"
          onClick={() => attempt(() => chooseWholeBranch(sessionId))}
        >
          {words.all}
        </Button>
      )}
      <Button
        disabled={hasNone || isBusy}
        onClick={() => run(() => copyPart(sessionId, { kind: 'selection', messageIds: ids }))}
      >
        {words.newSession}
      </Button>
      <Button
        disabled={hasNone}
        onClick={() =>
          run(async () => {
            const isDone = await copyMessages(sessionId, ids);
            useNoticesStore.getState().show({ kind: isDone ? 'copied' : 'copy-failed' });
          })
        }
      >
        {words.copy}
      </Button>
      <Button disabled={hasNone || isBusy} onClick={() => run(() => deleteMessages(sessionId, ids))}>
        {words.delete}
      </Button>
      <Button look="quiet" aria-keyshortcuts="Escape" onClick={leave}>
        {words.cancel}
      </Button>
      <span className={styles['keys']}>{words.keys}</span>
    </div>
  );
}
