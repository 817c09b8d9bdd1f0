import { Paperclip } from 'lucide-react';
import { attachmentCountLimit, attachmentSizeLimit } from '#shared/contract/attachments.ts';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatFileSize } from '../../format/file-size.ts';
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
      <p className={styles['limits']}>
        {text.attachments.limits(attachmentCountLimit, formatFileSize(attachmentSizeLimit))}
      </p>
    </div>
  );
}
