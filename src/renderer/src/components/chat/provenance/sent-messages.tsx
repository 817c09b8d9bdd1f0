import type { MessageProvenance } from '#shared/contract/messages.ts';
import type { MessageRole, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../../actions/attempt.ts';
import { openAt } from '../../../actions/open-at.ts';
import { useViewStore } from '../../../stores/window/view-store.ts';
import styles from './provenance.module.css';

export interface SentMessagesProps {
  readonly sessionId: SessionId;
  readonly sent: MessageProvenance['sent'];
  readonly missing: number;
}

const words = text.answers.provenance;
const authors: Readonly<Record<MessageRole, string>> = {
  user: text.chat.you,
  assistant: text.chat.assistant,
  system: text.chat.system,
  tool: text.chat.tool,
};

/** The messages an answer was made from, each a click away. */
export function SentMessages({ sessionId, sent, missing }: SentMessagesProps) {
  const closeDialog = useViewStore((store) => store.closeDialog);
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{words.sent(sent.length + missing)}</h3>
      {sent.length + missing === 0 && <p className={styles['note']}>{words.noneSent}</p>}
      <ol className={styles['sent']}>
        {sent.map(({ id, role, beginning, attachmentCount, isTrashed }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['message']}
              disabled={isTrashed}
              title={isTrashed ? words.inTrash : words.showMessage(authors[role])}
              onClick={() => {
                closeDialog();
                attempt(() => openAt(sessionId, id, []));
              }}
            >
              <span className={styles['author']}>
                {[
                  authors[role],
                  attachmentCount > 0 && words.files(attachmentCount),
                  isTrashed && words.inTrash,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className={styles['beginning']}>{beginning}</span>
            </button>
          </li>
        ))}
      </ol>
      {missing > 0 && <p className={styles['note']}>{words.gone(missing)}</p>}
    </section>
  );
}
