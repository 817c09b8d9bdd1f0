import { lazy, Suspense } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { queueOf, useQueueStore } from '../../stores/chat/queue-store.ts';

const QueueList = lazy(async () => ({ default: (await import('./queue-list.tsx')).QueueList }));

/** Above the composer: the messages that wait, when there are any. */
export function QueuePlace({ sessionId }: { readonly sessionId: SessionId }) {
  const queue = useQueueStore((store) => queueOf(store, sessionId));
  if (queue.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <QueueList sessionId={sessionId} queue={queue} />
    </Suspense>
  );
}
