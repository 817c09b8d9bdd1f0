import type { ReactNode } from 'react';
import type { Attachment, Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import { factsOf, hasNoText, spokenName } from './attachment-facts.ts';
import { FileName } from './file-name.tsx';
import { KindIcon } from './kind-icon.tsx';
import styles from './message-attachments.module.css';
import { Thumbnail } from './thumbnail.tsx';
import { useIsBlind } from './use-blind-model.ts';

const words = text.attachments;

/** The files that went with a message; pressed, they open. */
export function MessageAttachments({ message }: { readonly message: Message }) {
  const { attachments } = message;
  if (attachments.length === 0) return null;
  const pictures = attachments.filter(({ kind }) => kind === 'image');
  const files = attachments.filter(({ kind }) => kind !== 'image');
  return (
    <div className={styles['box']}>
      {pictures.length > 0 && (
        <ul className={styles['pictures']} aria-label={words.pictures(pictures.length)}>
          {pictures.map((attachment) => (
            <li key={attachment.id}>
              <OpenButton attachment={attachment} className={styles['picture']}>
                <Thumbnail attachment={attachment} />
              </OpenButton>
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={styles['files']} aria-label={words.inMessage(files.length)}>
          {files.map((attachment) => (
            <li key={attachment.id}>
              <OpenButton attachment={attachment} className={styles['file']}>
                <KindIcon kind={attachment.kind} />
                <FileName name={attachment.name} />
                <span className={styles['facts']}>
                  {hasNoText(attachment) ? words.noText : factsOf(attachment).join(' · ')}
                </span>
              </OpenButton>
            </li>
          ))}
        </ul>
      )}
      {pictures.length > 0 && <NotSent message={message} pictureCount={pictures.length} />}
    </div>
  );
}

interface OpenButtonProps {
  readonly attachment: Attachment;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

function OpenButton({ attachment, className, children }: OpenButtonProps) {
  const openAbout = useViewStore((store) => store.openAbout);
  return (
    <button
      type="button"
      className={className}
      title={attachment.name}
      onClick={() => openAbout({ name: 'attachment', attachment })}
    >
      <VisuallyHidden>{words.open(spokenName(attachment))}</VisuallyHidden>
      <span className={styles['shown']} aria-hidden>
        {children}
      </span>
    </button>
  );
}

interface NotSentProps {
  readonly message: Message;
  readonly pictureCount: number;
}

/** Says that the model whose answer is shown did not get the pictures. */
function NotSent({ message, pictureCount }: NotSentProps) {
  const model = useChatStore(
    ({ conversations }) =>
      conversations[message.sessionId]?.messages.find(({ parentId }) => parentId === message.id)?.model ??
      null,
  );
  const isBlind = useIsBlind(model);
  if (model === null || !isBlind) return null;
  return <p className={styles['not-sent']}>{words.notSent(model, pictureCount)}</p>;
}
