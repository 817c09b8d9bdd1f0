import { create } from 'zustand';
import type { SearchGroup } from '#shared/contract/search.ts';
import type { MessageId } from '#shared/domain.ts';
import { api } from '../../api.ts';

interface ElsewhereStore {
  /** Hits that lie on another branch than the one their session shows. */
  readonly ids: ReadonlySet<MessageId>;
  /** Looks at the hits that were not looked at; with `wantsAll` at all of them. */
  read(groups: readonly SearchGroup[], wantsAll: boolean): Promise<void>;
  /** Nobody sees the hits any more: when they are seen again, their sessions may show other branches. */
  forget(): void;
}

/** Hits main looks at in one request. */
const hitsPerRequest = 1_000;
/** The hits that were looked at; null when all have to be looked at again. */
let known: Set<MessageId> | null = null;

/** Asked after the hits are shown: nobody waits for it. */
export const useElsewhere = create<ElsewhereStore>()((set) => ({
  ids: new Set(),

  async read(groups, wantsAll) {
    const kept = wantsAll ? null : known;
    const isAnew = kept === null;
    const asked = kept ?? new Set<MessageId>();
    known = asked;
    const messages = groups.flatMap(({ session, hits }) =>
      hits
        .filter(({ messageId }) => !asked.has(messageId))
        .map(({ messageId }) => ({ sessionId: session.id, messageId })),
    );
    for (const { messageId } of messages) asked.add(messageId);
    const found: MessageId[] = [];
    for (let from = 0; from < messages.length; from += hitsPerRequest) {
      const chunk = messages.slice(from, from + hitsPerRequest);
      found.push(...(await api.request('messages:elsewhere', { messages: chunk })));
    }
    // Another query may have been answered meanwhile.
    if (asked !== known || (found.length === 0 && !isAnew)) return;
    set(({ ids }) => ({ ids: new Set(isAnew ? found : [...ids, ...found]) }));
  },

  forget() {
    known = null;
  },
}));
