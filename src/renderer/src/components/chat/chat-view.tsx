import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { openSession } from '../../actions/sessions.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { DropFrame } from '../attachments/drop-frame.tsx';
import { Composer } from '../composer/composer.tsx';
import { NoSession } from '../empty/no-session.tsx';
import { ErrorNote } from '../errors/error-note.tsx';
import { QueuePlace } from '../queue/queue-place.tsx';
import styles from './chat-view.module.css';
import { Transcript } from './transcript.tsx';

/** The conversation of the open session, or what stands in its place. */
export function ChatView() {
  const sessionId = useChatStore((store) => store.openSessionId);
  const isRead = useChatStore(
    ({ conversations }) => sessionId !== null && conversations[sessionId] !== undefined,
  );
  const opening = useChatStore((store) => (sessionId === null ? undefined : store.opening[sessionId]));
  const isLoaded = useSessionsStore((store) => store.isLoaded);

  if (sessionId === null) return isLoaded ? <NoSession /> : <div className={styles['blank']} />;
  if (isRead) {
    return (
      <>
        <Transcript key={sessionId} sessionId={sessionId} />
        <QueuePlace key={`queue ${sessionId}`} sessionId={sessionId} />
        <Composer key={`composer ${sessionId}`} sessionId={sessionId} />
        <DropFrame sessionId={sessionId} />
      </>
    );
  }
  return (
    <div className={styles['blank']}>
      {typeof opening === 'object' && (
        <div className={styles['failure']}>
          <p>{text.chat.openFailed}</p>
          <ErrorNote error={opening} onRetry={() => attempt(() => openSession(sessionId))} />
        </div>
      )}
    </div>
  );
}
