import { create } from 'zustand';
import type { Outline } from '#shared/contract/messages.ts';
import type { SessionId } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';

interface OutlineStore {
  readonly sessionId: SessionId | null;
  /** Null until it was read. */
  readonly outline: Outline | null;
  readonly error: ErrorReport | null;
  load(sessionId: SessionId): Promise<void>;
}

/** All branches of the session whose tree is open. */
export const useOutlineStore = create<OutlineStore>()((set, get) => ({
  sessionId: null,
  outline: null,
  error: null,

  async load(sessionId) {
    if (get().sessionId !== sessionId) set({ sessionId, outline: null, error: null });
    try {
      const outline = await api.request('messages:outline', { sessionId });
      if (get().sessionId === sessionId) set({ outline, error: null });
    } catch (thrown) {
      if (get().sessionId === sessionId) set({ error: toErrorReport(thrown) });
    }
  },
}));

/** Changes that come closer together are read at once. */
const pauseMs = 250;

/** Reads the tree now and again after whatever changes it. Returns the function that ends that. */
export function followOutline(sessionId: SessionId): () => void {
  const { load } = useOutlineStore.getState();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      void load(sessionId);
    }, pauseMs);
  };
  void load(sessionId);
  const subscriptions = [
    api.on('session:branches-changed', (changed) => changed.sessionId === sessionId && soon()),
    api.on('chat:started', (reply) => reply.sessionId === sessionId && soon()),
    api.on('chat:ended', ({ reply }) => reply.sessionId === sessionId && soon()),
    api.on('sessions:changed', (sessions) => sessions.some(({ id }) => id === sessionId) && soon()),
  ];
  return () => {
    clearTimeout(waiting);
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}
