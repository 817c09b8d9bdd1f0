import { create } from 'zustand';
import type { EraseProgress, TrashCursor, TrashedThing, TrashItem } from '#shared/contract/trash.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';
import { extended, keyOf, nothingSelected, stillThere, type TrashSelection, toggled } from './trash-state.ts';

const pageSize = 100;
const largestPage = 500;

interface TrashStore {
  readonly items: readonly TrashItem[];
  readonly next: TrashCursor | null;
  readonly total: number;
  readonly state: 'unread' | 'loading' | 'ready' | ErrorReport;
  readonly selection: TrashSelection;
  /** While things are deleted for good. */
  readonly erasing: EraseProgress | null;

  /** Reads the list (again), as far as it had been read. */
  load(): Promise<void>;
  loadMore(): Promise<void>;
  restore(things: readonly TrashedThing[]): Promise<void>;
  erase(things: readonly TrashedThing[]): Promise<void>;
  empty(): Promise<void>;
  toggle(key: string): void;
  extendTo(key: string): void;
  selectAll(): void;
  clearSelection(): void;
  erasingChanged(progress: EraseProgress | null): void;
}

let lastRequest = 0;

/** What is in the trash, as far as it was read. */
export const useTrashStore = create<TrashStore>()((set, get) => ({
  items: [],
  next: null,
  total: 0,
  state: 'unread',
  selection: nothingSelected,
  erasing: null,

  async load() {
    lastRequest += 1;
    const request = lastRequest;
    const limit = Math.min(Math.max(pageSize, get().items.length), largestPage);
    if (get().items.length === 0) set({ state: 'loading' });
    try {
      const page = await api.request('trash:list', { after: null, limit });
      if (request !== lastRequest) return;
      set(({ selection }) => ({
        items: page.items,
        next: page.next,
        total: page.total,
        state: 'ready',
        selection: stillThere(selection, page.items),
      }));
    } catch (thrown) {
      if (request === lastRequest) set({ state: toErrorReport(thrown) });
    }
  },

  async loadMore() {
    const { next, state } = get();
    if (next === null || state !== 'ready') return;
    lastRequest += 1;
    const request = lastRequest;
    set({ state: 'loading' });
    try {
      const page = await api.request('trash:list', { after: next, limit: pageSize });
      if (request !== lastRequest) return;
      set(({ items }) => ({
        items: [...items, ...page.items],
        next: page.next,
        total: page.total,
        state: 'ready',
      }));
    } catch (thrown) {
      if (request === lastRequest) set({ state: toErrorReport(thrown) });
    }
  },

  async restore(things) {
    await api.request('trash:restore', { things: [...things] });
    await get().load();
  },

  async erase(things) {
    await api.request('trash:erase', { things: [...things] });
    await get().load();
  },

  async empty() {
    await api.request('trash:empty');
    await get().load();
  },

  toggle: (key) => set(({ selection }) => ({ selection: toggled(selection, key) })),
  extendTo: (key) => set(({ selection, items }) => ({ selection: extended(selection, items, key) })),
  selectAll: () =>
    set(({ items }) => {
      const keys = items.map(({ thing }) => keyOf(thing));
      return { selection: { keys: new Set(keys), anchor: keys[0] ?? null } };
    }),
  clearSelection: () => set({ selection: nothingSelected }),
  erasingChanged: (erasing) => set({ erasing }),
}));

/** The selected things, in the order of the list. */
export function selectedItems({
  items,
  selection,
}: Pick<TrashStore, 'items' | 'selection'>): readonly TrashItem[] {
  return items.filter(({ thing }) => selection.keys.has(keyOf(thing)));
}
