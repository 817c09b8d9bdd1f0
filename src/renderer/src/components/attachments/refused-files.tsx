import { X } from 'lucide-react';
import type { SessionId } from '#shared/domain.ts';
import { describeError, text } from '#shared/text/index.ts';
import { focusIfLost } from '../../focus.ts';
import { useDraftAttachmentsStore } from '../../stores/chat/draft-attachments-store.ts';
import type { RefusedFile } from '../../stores/chat/draft-files.ts';
import styles from './refused-files.module.css';

/** Refused files that are told one by one; of more, only how many. */
const toldLimit = 3;

export interface RefusedFilesProps {
  readonly sessionId: SessionId;
  readonly refused: readonly RefusedFile[];
}

/** Which files were not attached, and why. Always there, so that what appears in it is read out. */
export function RefusedFiles({ sessionId, refused }: RefusedFilesProps) {
  const dismiss = useDraftAttachmentsStore((store) => store.dismiss);
  const told = refused.slice(0, toldLimit);
  const more = refused.slice(toldLimit);

  function close(files: readonly RefusedFile[]): void {
    dismiss(
      sessionId,
      files.map(({ id }) => id),
    );
    focusIfLost('composer');
  }

  return (
    <div className={styles['list']} role="alert">
      {told.map((file, index) => {
        const { what, todo } = describeError(file.error);
        const next = told[index + 1];
        // What is to be done is the same for many; said once, below the last of them.
        const isSaidBelow = next !== undefined && describeError(next.error).todo === todo;
        return (
          <Note
            key={file.id}
            name={file.name}
            what={what}
            todo={isSaidBelow ? '' : todo}
            onDismiss={() => close([file])}
          />
        );
      })}
      {more.length > 0 && (
        <Note
          name=""
          what={text.attachments.dismissMore(more.length)}
          todo={more.map(({ name }) => name).join(', ')}
          onDismiss={() => close(more)}
        />
      )}
    </div>
  );
}

interface NoteProps {
  readonly name: string;
  readonly what: string;
  readonly todo: string;
  readonly onDismiss: () => void;
}

function Note({ name, what, todo, onDismiss }: NoteProps) {
  return (
    <div className={styles['note']}>
      <p className={styles['words']} title={`${what} ${todo}`}>
        <span className={styles['what']}>{what}</span> {todo}
      </p>
      <button
        type="button"
        className={styles['dismiss']}
        aria-label={`${text.common.dismiss} ${name}`.trim()}
        onClick={onDismiss}
      >
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}
