import { create } from 'zustand';
import type { QueuedMessage } from '#shared/contract/queue.ts';
import type { SessionId } from '#shared/domain.ts';

export type Queue = readonly QueuedMessage[];

interface QueueStore {
  /** Of every session this window has opened or heard of. */
  readonly queues: Readonly<Record<SessionId, Queue>>;
  /** Takes over what was read with a session; what main told since the first time is newer. */
  loaded(sessionId: SessionId, queue: Queue): void;
  /** Main's word on the queue of a session. */
  changed(sessionId: SessionId, queue: Queue): void;
}

const noMessages: Queue = [];

/** The messages that wait for the answers before them, as main knows them. */
export const useQueueStore = create<QueueStore>()((set, get) => ({
  queues: {},

  loaded(sessionId, queue) {
    if (get().queues[sessionId] === undefined) get().changed(sessionId, queue);
  },

  changed: (sessionId, queue) => set(({ queues }) => ({ queues: { ...queues, [sessionId]: queue } })),
}));

export function queueOf({ queues }: Pick<QueueStore, 'queues'>, sessionId: SessionId): Queue {
  return queues[sessionId] ?? noMessages;
}
