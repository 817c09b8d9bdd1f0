import { create } from 'zustand';
import type { Outline } from '#shared/contract/messages.ts';
import type { SessionId } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { readOutline } from './read-outline.ts';
import { onTreeChange } from './tree-changes.ts';

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
      const outline = await readOutline(sessionId);
      if (get().sessionId === sessionId) set({ outline, error: null });
    } catch (thrown) {
      if (get().sessionId === sessionId) set({ error: toErrorReport(thrown) });
    }
  },
}));

/** Reads the tree now and again after whatever changes it. Returns the function that ends that. */
export function followOutline(sessionId: SessionId): () => void {
  const { load } = useOutlineStore.getState();
  void load(sessionId);
  return onTreeChange(sessionId, () => void load(sessionId));
}
