import { useEffect, useState } from 'react';
import type { MessageProvenance } from '#shared/contract/messages.ts';
import type { Message } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import { readProvenance } from '../../../actions/answering-again.ts';
import { messageOf } from '../../../actions/side-by-side.ts';
import { useChatStore } from '../../../stores/chat/chat-store.ts';
import { type SubjectDialog, useViewStore } from '../../../stores/window/view-store.ts';
import { DialogFrame } from '../../controls/dialog-frame.tsx';
import { ErrorNote } from '../../errors/error-note.tsx';
import styles from './provenance.module.css';
import { ProvenanceBody } from './provenance-body.tsx';
import { UsageFacts } from './usage-facts.tsx';

export interface ProvenancePaneProps {
  readonly subject: Extract<SubjectDialog, { readonly name: 'answer-again' | 'provenance' }>;
}

const words = text.answers.provenance;

/** What an answer was made from, in a sheet beside the conversation. */
export function ProvenancePane({ subject }: ProvenancePaneProps) {
  const isOpen = useViewStore((store) => store.dialog === 'provenance');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const message = useChatStore((store) => messageOf(store, subject.sessionId, subject.messageId));
  if (message === undefined) return null;
  return (
    <DialogFrame title={words.title} isOpen={isOpen} onClose={closeDialog} place="sheet" isText>
      <Content key={`${message.id} ${message.status}`} message={message} />
    </DialogFrame>
  );
}

function Content({ message }: { readonly message: Message }) {
  const [read, setRead] = useState<MessageProvenance | ErrorReport | null>(null);

  useEffect(() => {
    let isWanted = true;
    readProvenance(message).then(
      (provenance) => isWanted && setRead(provenance),
      (thrown: unknown) => isWanted && setRead(toErrorReport(thrown)),
    );
    return () => {
      isWanted = false;
    };
  }, [message]);

  if (read === null) return <p className={styles['note']}>{words.loading}</p>;
  if (!('code' in read)) return <ProvenanceBody message={message} provenance={read} />;
  if (read.code !== 'not-found') return <ErrorNote error={read} />;
  return (
    <div className={styles['body']}>
      <p>
        {words.none} {message.editedAt === null ? words.noneImported : words.noneEdited}
      </p>
      {message.usage !== null && <UsageFacts usage={message.usage} />}
    </div>
  );
}
