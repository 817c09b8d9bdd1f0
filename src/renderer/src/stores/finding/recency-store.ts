import { create } from 'zustand';
import type { SessionId, SessionSummary } from '#shared/domain.ts';
import { api } from '../../api.ts';
import { recall, remember } from '../window/remembered.ts';
import { gone, parseRecency, type Recency, stepped, used } from './recency.ts';

/** A session as the panel shows it. */
export type RecentSession = Pick<SessionSummary, 'id' | 'projectId' | 'title' | 'preview'>;

interface RecencyStore {
  readonly recency: Recency;
  /** Sessions used before this window was opened, as far as their titles could be read. */
  readonly remembered: ReadonlyMap<SessionId, RecentSession>;
  /** What is walked through while Ctrl is held; null while it is not. */
  readonly walk: { readonly sessions: readonly RecentSession[]; readonly index: number } | null;

  used(sessionId: SessionId): void;
  removed(sessionIds: readonly SessionId[]): void;
  /** Reads the titles of sessions used before. */
  loadRemembered(): Promise<void>;
  /** Begins to walk, or walks on. */
  walkBy(steps: number, sessionsNow: () => readonly RecentSession[]): void;
  walkTo(index: number): void;
  /** Ends the walk; gives the session it ended at. */
  endWalk(): RecentSession | undefined;
}

/** Sessions read to find the titles of those used before. */
const mostRead = 100;

/** Which sessions were looked at last; kept over restarts. */
export const useRecencyStore = create<RecencyStore>()((set, get) => ({
  recency: parseRecency(recall('recency')),
  remembered: new Map(),
  walk: null,

  used: (sessionId) => keep(used(get().recency, sessionId)),

  removed(sessionIds) {
    keep(gone(get().recency, sessionIds));
    const remembered = new Map([...get().remembered].filter(([id]) => !sessionIds.includes(id)));
    set({ remembered });
  },

  async loadRemembered() {
    const titles = await api.request('search:titles', { text: '', limit: mostRead });
    set({ remembered: new Map(titles.map(({ session }) => [session.id, session])) });
  },

  walkBy(steps, sessionsNow) {
    const walk = get().walk ?? { sessions: sessionsNow(), index: 0 };
    set({ walk: { ...walk, index: stepped(walk.index, steps, walk.sessions.length) } });
  },

  walkTo: (index) => set(({ walk }) => ({ walk: walk && { ...walk, index } })),

  endWalk() {
    const { walk } = get();
    set({ walk: null });
    return walk?.sessions[walk.index];
  },
}));

function keep(recency: Recency): void {
  if (recency === useRecencyStore.getState().recency) return;
  useRecencyStore.setState({ recency });
  remember('recency', JSON.stringify(recency));
}
