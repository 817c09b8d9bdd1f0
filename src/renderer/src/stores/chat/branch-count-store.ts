import { create } from 'zustand';
import type { SessionId } from '#shared/domain.ts';
import { api } from '../../api.ts';
import { onTreeChange } from './tree-changes.ts';

interface BranchCountStore {
  readonly sessionId: SessionId | null;
  /** 1 without forks; 0 until it was counted. */
  readonly count: number;
  read(sessionId: SessionId): Promise<void>;
}

/** How many branches the open session has. */
export const useBranchCount = create<BranchCountStore>()((set, get) => ({
  sessionId: null,
  count: 0,

  async read(sessionId) {
    if (get().sessionId !== sessionId) set({ sessionId, count: 0 });
    // A session that is gone has none.
    const count = await api.request('messages:count-branches', { sessionId }).catch(() => 0);
    if (get().sessionId === sessionId) set({ count });
  },
}));

/** Counts now and after whatever changes it. Returns the function that ends that. */
export function followBranchCount(sessionId: SessionId): () => void {
  const { read } = useBranchCount.getState();
  void read(sessionId);
  return onTreeChange(sessionId, () => void read(sessionId));
}
