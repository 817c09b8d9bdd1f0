import { create } from 'zustand';
import type { Statistics, StatisticsScope } from '#shared/contract/statistics.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';

export type ScopeKind = StatisticsScope['kind'];

interface StatisticsStore {
  /** What the user wants to see; the view falls back to everything where there is no session. */
  readonly scopeKind: ScopeKind;
  /** What was read last, and for which scope. */
  readonly read: { readonly scope: StatisticsScope; readonly statistics: Statistics } | null;
  readonly state: 'loading' | 'ready' | ErrorReport;
  choose(scopeKind: ScopeKind): void;
  load(scope: StatisticsScope): Promise<void>;
  /** Something was deleted or came back: counts again what is shown, once for many changes. */
  noteChange(): void;
}

let lastRequest = 0;
const countAgainMs = 500;
let countAgainTimer: ReturnType<typeof setTimeout> | undefined;

/** What the statistics view shows. */
export const useStatisticsStore = create<StatisticsStore>()((set, get) => ({
  scopeKind: 'all',
  read: null,
  state: 'loading',

  choose: (scopeKind) => set({ scopeKind }),

  async load(scope) {
    lastRequest += 1;
    const request = lastRequest;
    set({ state: 'loading' });
    try {
      const statistics = await api.request('statistics:get', { scope, timeZone: localTimeZone() });
      // Another scope may have been chosen meanwhile.
      if (request === lastRequest) set({ read: { scope, statistics }, state: 'ready' });
    } catch (thrown) {
      if (request === lastRequest) set({ read: null, state: toErrorReport(thrown) });
    }
  },

  noteChange() {
    if (countAgainTimer !== undefined) return;
    countAgainTimer = setTimeout(() => {
      countAgainTimer = undefined;
      const { read } = get();
      if (read !== null) void get().load(read.scope);
    }, countAgainMs);
  },
}));

/** A system whose zone nobody knows counts in UTC. */
function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
}
