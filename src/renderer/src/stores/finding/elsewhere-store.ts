import { create } from 'zustand';
import type { SearchGroup } from '#shared/contract/search.ts';
import type { MessageId } from '#shared/domain.ts';
import { api } from '../../api.ts';

interface ElsewhereStore {
  /** Hits that lie on another branch than the one their session shows. */
  readonly ids: ReadonlySet<MessageId>;
  /** Looks at the hits that were not looked at; with `isAnew` at all of them. */
  read(groups: readonly SearchGroup[], isAnew: boolean): Promise<void>;
}

/** Hits main looks at in one request. */
const hitsPerRequest = 1_000;
let known = new Set<MessageId>();

/** Asked after the hits are shown: nobody waits for it. */
export const useElsewhere = create<ElsewhereStore>()((set) => ({
  ids: new Set(),

  async read(groups, isAnew) {
    if (isAnew) known = new Set();
    const asked = known;
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
}));
