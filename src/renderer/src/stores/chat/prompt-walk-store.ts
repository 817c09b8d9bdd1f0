import { create } from 'zustand';
import type { SessionId } from '#shared/domain.ts';
import { without } from './chat-state.ts';
import { useDraftsStore } from './drafts-store.ts';
import { listPrompts } from './prompt-history.ts';
import { needsOlder, type PromptWalk, stepNewer, stepOlder, walkFrom, withOlder } from './prompt-walk.ts';

interface PromptWalkStore {
  /** The sessions whose field shows something that was sent instead of the draft, which stays as it is. */
  readonly walks: Readonly<Record<SessionId, PromptWalk>>;
  /** True when another text is shown now. */
  older(sessionId: SessionId): Promise<boolean>;
  newer(sessionId: SessionId): void;
  /** Shows a text that was found, from which the walk goes on; `id` as the history has it. */
  startAt(sessionId: SessionId, prompt: { readonly id: number; readonly text: string }): void;
  /** Ends the walk; what is shown is the draft again. */
  leave(sessionId: SessionId): void;
  /** Ends the walk because what is shown was changed to `text`, or sent. The draft waits meanwhile, where Up finds it. */
  replaceDraft(sessionId: SessionId, text: string): void;
  /** Ends every walk, with nothing remembered. */
  forget(): void;
}

const reading = new Set<SessionId>();

export const usePromptWalkStore = create<PromptWalkStore>()((set, get) => ({
  walks: {},

  async older(sessionId) {
    // A held key is faster than reading.
    if (reading.has(sessionId)) return false;
    const before = get().walks[sessionId];
    const draft = useDraftsStore.getState().drafts[sessionId];
    let walk = before ?? walkFrom(useDraftsStore.getState().setAside[sessionId] ?? []);
    if (needsOlder(walk)) {
      walk = await readOlder(sessionId, walk);
      // Typed in or left meanwhile: then it is over.
      const isSame =
        get().walks[sessionId] === before && useDraftsStore.getState().drafts[sessionId] === draft;
      if (!isSame) return false;
    }
    const stepped = stepOlder(walk);
    if (stepped.at < 0) return false;
    set(({ walks }) => ({ walks: { ...walks, [sessionId]: stepped } }));
    return stepped.at !== before?.at;
  },

  newer(sessionId) {
    const walk = get().walks[sessionId];
    const stepped = walk === undefined ? null : stepNewer(walk);
    if (stepped === null) get().leave(sessionId);
    else set(({ walks }) => ({ walks: { ...walks, [sessionId]: stepped } }));
  },

  startAt: (sessionId, { id, text }) =>
    set(({ walks }) => ({ walks: { ...walks, [sessionId]: { texts: [text], next: id, at: 0 } } })),

  leave: (sessionId) => set(({ walks }) => ({ walks: without(walks, sessionId) })),

  replaceDraft(sessionId, text) {
    const walked = walkedText(get(), sessionId);
    get().leave(sessionId);
    useDraftsStore.getState().replace(sessionId, text, walked ?? text);
  },

  forget: () => set({ walks: {} }),
}));

/** What the field shows instead of the draft, if anything. */
export function walkedText(
  { walks }: Pick<PromptWalkStore, 'walks'>,
  sessionId: SessionId,
): string | undefined {
  const walk = walks[sessionId];
  return walk?.texts[walk.at];
}

async function readOlder(sessionId: SessionId, walk: PromptWalk): Promise<PromptWalk> {
  reading.add(sessionId);
  try {
    const before = walk.next === 'end' ? null : walk.next;
    const page = await listPrompts('', before);
    return withOlder(
      walk,
      page.prompts.map(({ text }) => text),
      page.next,
    );
  } finally {
    reading.delete(sessionId);
  }
}
