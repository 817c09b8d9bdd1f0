import { create } from 'zustand';
import type { FoundTitle } from '#shared/contract/search.ts';
import type { SessionId, SessionSummary } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';
import { createMeanwhile } from '../library/meanwhile.ts';
import { cursorAfter } from '../library/session-order.ts';
import { appendPage, type HistoryPages, placeSessions, removeSessions } from './history-rows.ts';

const pageSize = 200;
const mostFound = 100;

interface HistoryStore {
  /** Null until it was read for the first time. */
  readonly pages: HistoryPages | null;
  readonly state: 'ready' | 'reading' | ErrorReport;
  readonly filter: string;
  /** Titles that fit the filter; null while there is none. */
  readonly found: { readonly filter: string; readonly titles: readonly FoundTitle[] } | null;
  readonly wantsFocus: boolean;

  /** Reads the beginning (again). */
  load(): Promise<void>;
  readOn(): Promise<void>;
  setFilter(filter: string): void;
  askForFocus(wantsFocus: boolean): void;
  changed(sessions: readonly SessionSummary[]): void;
  removed(sessionIds: readonly SessionId[]): void;
}

/** Grows with each fresh reading: a page asked for before it belongs to a list that is gone. */
let reading = 0;

const meanwhile = createMeanwhile<HistoryPages>();

export const useHistoryStore = create<HistoryStore>()((set, get) => ({
  pages: null,
  state: 'ready',
  filter: '',
  found: null,
  wantsFocus: false,

  async load() {
    reading += 1;
    set({ state: 'ready' });
    await readPage({ sessions: [], hasMore: true });
  },

  async readOn() {
    const { pages } = get();
    if (pages?.hasMore) await readPage(pages);
  },

  setFilter(filter) {
    set({ filter, ...(filter.trim() === '' && { found: null }) });
    if (filter.trim() !== '') void findTitles(filter);
  },

  askForFocus: (wantsFocus) => set({ wantsFocus }),

  changed(sessions) {
    apply((pages) => placeSessions(pages, sessions));
    if (get().found !== null) findAgainSoon();
  },

  removed(sessionIds) {
    apply((pages) => removeSessions(pages, sessionIds));
    set(({ found }) => ({
      found: found && {
        ...found,
        titles: found.titles.filter(({ session }) => !sessionIds.includes(session.id)),
      },
    }));
  },
}));

function apply(change: (pages: HistoryPages) => HistoryPages): void {
  meanwhile.noted(change);
  useHistoryStore.setState(({ pages }) => ({ pages: pages && change(pages) }));
}

async function readPage(before: HistoryPages): Promise<void> {
  if (useHistoryStore.getState().state === 'reading') return;
  const mine = reading;
  useHistoryStore.setState({ state: 'reading' });
  const underWay = meanwhile.begin();
  const last = before.sessions.at(-1);
  try {
    const page = await api.request('sessions:list', {
      place: { kind: 'all' },
      isArchived: false,
      sort: 'activity',
      after: last === undefined ? null : cursorAfter(last, 'activity'),
      limit: pageSize,
    });
    if (mine !== reading) return;
    const present = before.sessions.length === 0 ? before : (useHistoryStore.getState().pages ?? before);
    useHistoryStore.setState({ pages: underWay.caughtUp(appendPage(present, page)), state: 'ready' });
  } catch (thrown) {
    if (mine === reading) useHistoryStore.setState({ state: toErrorReport(thrown) });
  } finally {
    underWay.end();
  }
}

const findAgainMs = 300;
let findAgainTimer: ReturnType<typeof setTimeout> | undefined;

/** What fits the filter may have another name now, or be in the archive. */
function findAgainSoon(): void {
  if (findAgainTimer !== undefined) return;
  findAgainTimer = setTimeout(() => {
    findAgainTimer = undefined;
    const { filter } = useHistoryStore.getState();
    if (filter.trim() !== '') void findTitles(filter);
  }, findAgainMs);
}

async function findTitles(filter: string): Promise<void> {
  const isStillAsked = () => useHistoryStore.getState().filter === filter;
  try {
    const titles = await api.request('search:titles', { text: filter.slice(0, 1_000), limit: mostFound });
    if (isStillAsked()) useHistoryStore.setState({ found: { filter, titles }, state: 'ready' });
  } catch (thrown) {
    if (isStillAsked()) useHistoryStore.setState({ state: toErrorReport(thrown) });
  }
}
