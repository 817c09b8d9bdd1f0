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
}

let lastRequest = 0;

/** What the statistics view shows. */
export const useStatisticsStore = create<StatisticsStore>()((set) => ({
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
}));

/** A system whose zone nobody knows counts in UTC. */
function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
}
