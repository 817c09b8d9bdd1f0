import { create } from 'zustand';
import type { SearchOrder } from '#shared/contract/search.ts';
import type { SessionId } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';
import { firstPage, type SearchResults, withoutSessions, withPage } from './search-results.ts';

interface SearchStore {
  readonly query: string;
  readonly order: SearchOrder;
  /** Of the last query that was answered: older than `query` while main is searching. Null before the first. */
  readonly results: SearchResults | null;
  readonly state: 'ready' | 'searching' | ErrorReport;
  readonly isReadingOn: boolean;
  /** The row the keyboard is on; null until somebody moves. */
  readonly activeKey: string | null;
  /** Where the list was left, in CSS pixels. */
  readonly scrollTop: number;
  /** Whether the field is to take the keyboard. */
  readonly wantsFocus: boolean;

  setQuery(query: string): void;
  setOrder(order: SearchOrder): void;
  /** Asks again what failed. */
  retry(): void;
  readOn(): Promise<void>;
  moveTo(activeKey: string | null): void;
  leaveAt(scrollTop: number): void;
  askForFocus(wantsFocus: boolean): void;
  removed(sessionIds: readonly SessionId[]): void;
  /** The view came or went. What is found is only followed while somebody sees it. */
  setShown(isShown: boolean): void;
  /** Something was written; what was found may be more soon. */
  noteChange(): void;
}

/** The index follows what was written within this time. */
const indexLagMs = 5_000;
const lookAgainMs = 700;

/** Whether a question is on its way: what is typed meanwhile is asked when it is answered, the last of it only. */
let isAsking = false;
let isShown = false;
let changedAt = Number.NEGATIVE_INFINITY;
let lookAgainTimer: ReturnType<typeof setTimeout> | undefined;

/** What is looked for everywhere, and what was found. */
export const useSearchStore = create<SearchStore>()((set, get) => ({
  query: '',
  order: 'newest',
  results: null,
  state: 'ready',
  isReadingOn: false,
  activeKey: null,
  scrollTop: 0,
  wantsFocus: false,

  setQuery(query) {
    set({ query, activeKey: null });
    ask();
  },

  setOrder(order) {
    set({ order, activeKey: null });
    ask();
  },

  retry: () => ask(),

  async readOn() {
    const { results, isReadingOn } = get();
    if (results === null || results.next === null || isReadingOn) return;
    const { query, order, next } = results;
    set({ isReadingOn: true });
    try {
      const page = await api.request('search:run', { query, order, after: next });
      // Another query may have been answered meanwhile.
      if (get().results?.next === next) set({ results: withPage(get().results ?? results, page) });
    } catch (thrown) {
      if (get().results?.next === next) set({ state: toErrorReport(thrown) });
    } finally {
      set({ isReadingOn: false });
    }
  },

  moveTo: (activeKey) => set({ activeKey }),
  leaveAt: (scrollTop) => set({ scrollTop }),
  askForFocus: (wantsFocus) => set({ wantsFocus }),

  removed(sessionIds) {
    const { results } = get();
    if (results !== null) set({ results: withoutSessions(results, sessionIds) });
    get().noteChange();
  },

  setShown(isShownNow) {
    isShown = isShownNow;
    if (isShown) void lookAgain();
  },

  noteChange() {
    changedAt = Date.now();
    followIndex();
  },
}));

/** Whether what is shown answers what is written. */
export function isAnswered({ query, order, results }: Pick<SearchStore, 'query' | 'order' | 'results'>) {
  return results !== null && results.query === query && results.order === order;
}

function ask(): void {
  const { query } = useSearchStore.getState();
  if (query.trim() === '') {
    useSearchStore.setState({ results: null, state: 'ready', activeKey: null, scrollTop: 0 });
    return;
  }
  useSearchStore.setState({ state: 'searching' });
  if (!isAsking) void answer();
}

async function answer(): Promise<void> {
  isAsking = true;
  const { query, order } = useSearchStore.getState();
  const isStillAsked = () => {
    const now = useSearchStore.getState();
    return now.query === query && now.order === order;
  };
  try {
    const page = await api.request('search:run', { query, order, after: null });
    if (isStillAsked()) {
      const results = firstPage(query, order, page);
      // Who has moved since the question stays on that row, as far as it is found again.
      useSearchStore.setState({ results, state: 'ready', scrollTop: 0 });
    }
  } catch (thrown) {
    if (isStillAsked()) useSearchStore.setState({ state: toErrorReport(thrown) });
  }
  isAsking = false;
  followIndex();
  if (!isStillAsked() && useSearchStore.getState().query.trim() !== '') void answer();
}

/** Asks again as long as the index may be behind: what was just written, or a library being read for the first time. */
function followIndex(): void {
  const isBehind = useSearchStore.getState().results?.isIndexBehind === true;
  const isFresh = Date.now() - changedAt <= indexLagMs;
  if (!isShown || lookAgainTimer !== undefined || !(isBehind || isFresh)) return;
  lookAgainTimer = setTimeout(() => {
    lookAgainTimer = undefined;
    void lookAgain();
  }, lookAgainMs);
}

/**
 * The first page anew, in the place of the one shown: nobody who has moved or read on loses his place. Of several pages
 * only the number of hits is taken.
 */
async function lookAgain(): Promise<void> {
  const before = useSearchStore.getState();
  const { results, query, order } = before;
  if (!isShown || results === null || !isAnswered(before) || before.isReadingOn) return;
  const page = await api.request('search:run', { query, order, after: null }).catch(() => null);
  const now = useSearchStore.getState();
  if (page !== null && now.results === results && isAnswered(now) && !now.isReadingOn) {
    useSearchStore.setState({
      results: results.pageCount > 1 ? { ...results, total: page.total } : firstPage(query, order, page),
    });
  }
  followIndex();
}
