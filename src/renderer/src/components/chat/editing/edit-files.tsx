import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { AttachmentId, Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useEditsStore } from '../../../stores/chat/edits-store.ts';
import { DraftChip } from '../../attachments/draft-chip.tsx';
import { stepInRow } from '../../attachments/step-in-row.ts';
import { usePictureAudience } from '../../attachments/use-picture-audience.ts';
import styles from './edit-field.module.css';

export interface EditFilesProps {
  readonly message: Message;
  readonly removedIds: readonly AttachmentId[];
  /** Takes the keyboard from a file that was taken out. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** The files of a message that go with its new version; each can be taken out. */
export function EditFiles({ message, removedIds, field }: EditFilesProps) {
  const removeAttachment = useEditsStore((store) => store.removeAttachment);
  const audience = usePictureAudience(message.sessionId);
  const [active, setActive] = useState(0);
  const files = message.attachments.filter(({ id }) => !removedIds.includes(id));
  if (files.length === 0) return null;
  const activeIndex = Math.min(active, files.length - 1);

  function remove(id: AttachmentId): void {
    removeAttachment(message.id, id);
    field.current?.focus();
  }

  function handleKey(event: KeyboardEvent<HTMLUListElement>): void {
    const file = files[activeIndex];
    const next = stepInRow(event.key, activeIndex, files.length);
    const chips = event.currentTarget.querySelectorAll<HTMLElement>('[data-chip]');
    if (next !== null) chips[next]?.focus();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && file !== undefined) remove(file.id);
    else return;
    event.preventDefault();
  }

  return (
    <ul className={styles['files']} aria-label={text.answers.edit.files} onKeyDown={handleKey}>
      {files.map((attachment, index) => (
        <DraftChip
          key={attachment.id}
          attachment={attachment}
          isSent={attachment.kind !== 'image' || audience.isSomebody}
          isTabStop={index === activeIndex}
          onFocus={() => setActive(index)}
          onRemove={() => remove(attachment.id)}
        />
      ))}
    </ul>
  );
}
