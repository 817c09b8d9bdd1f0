import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { undo } from '../../actions/undo.ts';
import { type Notice, useNoticesStore } from '../../stores/window/notices-store.ts';
import { Button } from '../controls/button.tsx';
import { useShortcut } from '../controls/shortcut.ts';
import styles from './notice-card.module.css';
import { isWarning, noticeText } from './notice-text.ts';

export interface NoticeCardProps {
  readonly notice: Notice;
}

/** One notice. Its time stands still while the pointer or the keyboard is on it. */
export function NoticeCard({ notice }: NoticeCardProps) {
  const dismiss = useNoticesStore((store) => store.dismiss);
  const undoShortcut = useShortcut('edit.undo-delete');
  const [isHeld, setHeld] = useState(false);
  const isLastDone = useNoticesStore(
    ({ notices }) => notices.findLast(({ content }) => content.kind === 'done')?.id === notice.id,
  );
  const { id, content, durationMs } = notice;
  const { what, todo } = noticeText(content);

  useEffect(() => {
    if (durationMs === null || isHeld) return;
    const timer = setTimeout(() => dismiss(id), durationMs);
    return () => clearTimeout(timer);
  }, [durationMs, isHeld, dismiss, id]);

  return (
    <li
      className={styles['card']}
      data-kind={isWarning(content) ? 'warning' : 'plain'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={styles['text']}>
        <p>{what}</p>
        {todo !== '' && <p className={styles['todo']}>{todo}</p>}
      </div>
      {content.kind === 'done' && (
        <Button look="quiet" className={styles['undo']} onClick={() => attempt(() => undo(content.done.id))}>
          {text.common.undo}
          {/* The keys take back the latest only. */}
          {isLastDone && (
            <kbd className={styles['key']} aria-hidden>
              {undoShortcut}
            </kbd>
          )}
        </Button>
      )}
      <button
        type="button"
        className={styles['dismiss']}
        aria-label={text.common.dismiss}
        onClick={() => dismiss(id)}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}
