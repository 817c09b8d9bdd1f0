import { Paperclip, Trash2 } from 'lucide-react';
import type { QueuedMessage } from '#shared/contract/queue.ts';
import { text } from '#shared/text/index.ts';
import { firstLineOf } from '../../format/first-line.ts';
import styles from './queue-list.module.css';

export interface QueuedRowProps {
  readonly message: QueuedMessage;
  /** In the queue, from 1 on. */
  readonly place: number;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A message that waits, in one line. */
export function QueuedRow({ message, place, isTabStop, onFocus, onEdit, onRemove }: QueuedRowProps) {
  const beginning = firstLineOf(message.text) || text.queue.onlyFiles;
  const fileCount = message.attachments.length;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div className={styles['row']}>
      <button
        type="button"
        className={styles['words']}
        data-queued={message.id}
        tabIndex={tabIndex}
        aria-description={text.queue.edit(fileCount)}
        onFocus={onFocus}
        onClick={onEdit}
      >
        <span className={styles['place']}>{place}</span>
        <span className={styles['beginning']}>{beginning}</span>
        {fileCount > 0 && (
          <span className={styles['files']}>
            <Paperclip size={12} aria-hidden />
            {fileCount}
          </span>
        )}
      </button>
      <button
        type="button"
        className={styles['remove']}
        tabIndex={tabIndex}
        aria-label={text.queue.removeNamed(place)}
        title={text.queue.remove}
        onClick={onRemove}
      >
        <Trash2 size={14} aria-hidden />
      </button>
    </div>
  );
}
