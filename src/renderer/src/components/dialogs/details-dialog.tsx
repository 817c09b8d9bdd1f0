import { useEffect, useState } from 'react';
import type { SessionChanges } from '#shared/contract/sessions.ts';
import type { Session, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { changeSession } from '../../actions/session-changes.ts';
import { titleOf } from '../../actions/sessions.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { LateField } from '../controls/late-field.tsx';
import form from './dialog-form.module.css';
import { MetadataFields } from './metadata-fields.tsx';
import { SessionFacts } from './session-facts.tsx';

/** What is known about a session, and what the user notes about it. */
export function DetailsDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'details');
  const subject = useViewStore((store) => (store.subject?.name === 'details' ? store.subject : null));
  const closeDialog = useViewStore((store) => store.closeDialog);
  const { session, saved } = useSession(isOpen ? (subject?.sessionId ?? null) : null);

  return (
    <DialogFrame
      title={text.library.details.title}
      {...(session !== null && { description: titleOf(session) })}
      isOpen={isOpen}
      onClose={closeDialog}
      place="sheet"
    >
      {session !== null && <DetailsForm key={session.id} session={session} onSaved={saved} />}
    </DialogFrame>
  );
}

interface DetailsFormProps {
  readonly session: Session;
  readonly onSaved: (session: Session) => void;
}

function DetailsForm({ session, onSaved }: DetailsFormProps) {
  const save = (changes: SessionChanges) =>
    attempt(async () => onSaved(await changeSession(session.id, changes)));
  return (
    <div className={form['form']}>
      <LateField
        label={text.library.details.description}
        value={session.description}
        rows={4}
        onSave={(description) => save({ description })}
      />
      <MetadataFields metadata={session.metadata} onSave={(metadata) => save({ metadata })} />
      <SessionFacts session={session} />
    </div>
  );
}

/** The whole session: the open one as it changes, another one as main gave it at last. */
function useSession(sessionId: SessionId | null): {
  readonly session: Session | null;
  readonly saved: (session: Session) => void;
} {
  const opened = useChatStore(({ conversations }) =>
    sessionId === null ? undefined : conversations[sessionId]?.session,
  );
  const update = useSessionsStore((store) => store.update);
  const [read, setRead] = useState<Session | null>(null);
  const isMissing = sessionId !== null && opened === undefined;

  useEffect(() => {
    let isWanted = true;
    // No change: only main's answer is wanted, without the session counting as looked at.
    if (isMissing) {
      attempt(async () => {
        const session = await update(sessionId, {});
        if (isWanted) setRead(session);
      });
    }
    return () => {
      isWanted = false;
    };
  }, [isMissing, sessionId, update]);

  return { session: opened ?? (read?.id === sessionId ? read : null), saved: setRead };
}
