import { Paperclip } from 'lucide-react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import styles from './drop-frame.module.css';
import { useFileDrop } from './use-file-intake.ts';

/** Takes files that are dropped, and says so while they are dragged. */
export function DropFrame({ sessionId }: { readonly sessionId: SessionId }) {
  const isOver = useFileDrop(sessionId);
  if (!isOver) return null;
  return (
    <div className={styles['frame']}>
      <p className={styles['sentence']}>
        <Paperclip size={18} aria-hidden />
        {text.attachments.drop}
      </p>
    </div>
  );
}
