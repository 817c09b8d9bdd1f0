import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Attachment, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { removeAttachment } from '../../actions/attach.ts';
import { attempt } from '../../actions/attempt.ts';
import { focusOn } from '../../focus.ts';
import { formatAmount } from '../../format/amounts.ts';
import { formatFileSize } from '../../format/file-size.ts';
import { tokensToSend } from '../../stores/chat/draft-files.ts';
import { BlindNote } from './blind-note.tsx';
import styles from './draft-attachments.module.css';
import { AddingChip, DraftChip } from './draft-chip.tsx';
import { RefusedFiles } from './refused-files.tsx';
import { stepInRow } from './step-in-row.ts';
import { useDraftFiles } from './use-draft-files.ts';
import { usePictureAudience } from './use-picture-audience.ts';

/** The files that go with what is being written, above the field. */
export function DraftAttachments({ sessionId }: { readonly sessionId: SessionId }) {
  const { attachments, adding, refused } = useDraftFiles(sessionId);
  const audience = usePictureAudience(sessionId);
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  const focusAfterRemoval = useRef<number | null>(null);
  const activeIndex = Math.min(active, attachments.length - 1);

  useLayoutEffect(() => {
    const index = focusAfterRemoval.current;
    if (index === null) return;
    focusAfterRemoval.current = null;
    const chip = chipsIn(list.current).at(Math.min(index, attachments.length - 1));
    if (attachments.length === 0 || chip === undefined) focusOn('composer');
    else chip.focus();
  }, [attachments]);

  function remove(attachment: Attachment, index: number): void {
    focusAfterRemoval.current = index;
    attempt(() => removeAttachment(sessionId, attachment));
  }

  function handleKey(event: KeyboardEvent): void {
    const attachment = attachments[activeIndex];
    const isOnChip = event.target instanceof HTMLElement && event.target.dataset['chip'] !== undefined;
    if (!isOnChip || attachment === undefined) return;
    const next = stepInRow(event.key, activeIndex, attachments.length);
    if (next !== null) chipsIn(list.current)[next]?.focus();
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(attachment, activeIndex);
    else return;
    event.preventDefault();
  }

  const isEmpty = attachments.length + adding.length === 0;
  return (
    <div className={styles['box']} data-filled={!isEmpty || refused.length > 0}>
      <RefusedFiles sessionId={sessionId} refused={refused} />
      {!isEmpty && (
        <ul
          ref={list}
          className={styles['chips']}
          aria-label={text.attachments.inDraft}
          onKeyDown={handleKey}
        >
          {attachments.map((attachment, index) => (
            <DraftChip
              key={attachment.id}
              attachment={attachment}
              isSent={attachment.kind !== 'image' || audience.isSomebody}
              isTabStop={index === activeIndex}
              onFocus={() => setActive(index)}
              onRemove={() => remove(attachment, index)}
            />
          ))}
          {adding.map((file) => (
            <AddingChip
              key={file.id}
              name={file.name}
              onRemove={() => {
                attempt(() => removeAttachment(sessionId, file));
                focusOn('composer');
              }}
            />
          ))}
        </ul>
      )}
      {attachments.length > 1 && <p className={styles['sum']}>{sumOf(attachments, audience.isSomebody)}</p>}
      <BlindNote
        audience={audience}
        pictureCount={attachments.filter(({ kind }) => kind === 'image').length}
      />
    </div>
  );
}

function chipsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>('[data-chip]')];
}

function sumOf(attachments: readonly Attachment[], arePicturesSent: boolean): string {
  const size = formatFileSize(attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  const tokens = tokensToSend(attachments, arePicturesSent);
  return tokens === 0
    ? text.attachments.sumWithoutTokens(attachments.length, size)
    : text.attachments.sum(attachments.length, size, formatAmount(tokens));
}
