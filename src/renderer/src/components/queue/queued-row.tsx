import { Layers2, Paperclip, Trash2 } from 'lucide-react';
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
  const models = modelsOf(message);
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div className={styles['row']}>
      <button
        type="button"
        className={styles['words']}
        data-queued={message.id}
        tabIndex={tabIndex}
        aria-description={text.queue.edit(fileCount, models)}
        title={beginning}
        onFocus={onFocus}
        onClick={onEdit}
      >
        <span className={styles['place']}>{place}</span>
        <span className={styles['beginning']}>{beginning}</span>
        {models !== null && (
          <span className={styles['models']} title={text.queue.models(models)}>
            <Layers2 size={12} aria-hidden />
            <span className={styles['names']}>{models}</span>
          </span>
        )}
        {fileCount > 0 && (
          <span className={styles['files']} title={message.attachments.map(({ name }) => name).join('\n')}>
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

/** Null when it is just the model of the session that answers. */
function modelsOf({ replies }: QueuedMessage): string | null {
  const names = replies.map(({ model }) => model ?? text.queue.ownModel);
  const isOwn = replies.every(({ model }) => model === null);
  return isOwn ? null : text.answers.several.joined(names);
}
