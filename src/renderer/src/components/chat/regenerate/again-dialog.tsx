import { text } from '#shared/text/index.ts';
import { messageOf } from '../../../actions/side-by-side.ts';
import { useChatStore } from '../../../stores/chat/chat-store.ts';
import { type SubjectDialog, useViewStore } from '../../../stores/window/view-store.ts';
import { DialogFrame } from '../../controls/dialog-frame.tsx';
import { AgainForm } from './again-form.tsx';

export interface AgainDialogProps {
  readonly subject: Extract<SubjectDialog, { readonly name: 'answer-again' | 'provenance' }>;
}

/** How a question is to be answered again. */
export function AgainDialog({ subject }: AgainDialogProps) {
  const isOpen = useViewStore((store) => store.dialog === 'answer-again');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const message = useChatStore((store) => messageOf(store, subject.sessionId, subject.messageId));
  if (message === undefined) return null;
  return (
    <DialogFrame
      title={text.answers.again.title}
      description={text.answers.again.intro}
      isOpen={isOpen}
      onClose={closeDialog}
    >
      <AgainForm key={message.id} message={message} onClose={closeDialog} />
    </DialogFrame>
  );
}
