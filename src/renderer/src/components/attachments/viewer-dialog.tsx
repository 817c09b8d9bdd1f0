import type { Attachment } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { saveAs } from '../../actions/attach.ts';
import { attempt } from '../../actions/attempt.ts';
import { formatCount } from '../../format/numbers.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { factsOf, hasNoText } from './attachment-facts.ts';
import { PictureViewer } from './picture-viewer.tsx';
import { TextViewer } from './text-viewer.tsx';
import styles from './viewer-dialog.module.css';

const words = text.attachments;

/** One attachment: the picture, or the text that is sent of it. */
export function ViewerDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'attachment');
  const subject = useViewStore((store) => store.subject);
  const closeDialog = useViewStore((store) => store.closeDialog);
  const attachment = subject?.name === 'attachment' ? subject.attachment : null;
  return (
    <DialogFrame
      title={attachment?.name ?? ''}
      isOpen={isOpen && attachment !== null}
      onClose={closeDialog}
      size="wide"
    >
      {attachment !== null && <Content key={attachment.id} attachment={attachment} />}
    </DialogFrame>
  );
}

function Content({ attachment }: { readonly attachment: Attachment }) {
  const { id, kind, textLength } = attachment;
  const characters = textLength === null ? [] : [words.viewer.characters(formatCount(textLength))];
  return (
    <div className={styles['content']}>
      {kind === 'image' ? (
        <PictureViewer attachment={attachment} />
      ) : hasNoText(attachment) ? (
        <p className={styles['nothing']}>{`${attachment.name} ${words.noText}.`}</p>
      ) : (
        <TextViewer attachment={attachment} />
      )}
      <div className={styles['foot']}>
        <p className={styles['facts']}>
          {[words.kinds[kind], ...factsOf(attachment), ...characters].join(' · ')}
        </p>
        <Button onClick={() => attempt(() => saveAs(id))}>{words.viewer.saveAs}</Button>
      </div>
    </div>
  );
}
