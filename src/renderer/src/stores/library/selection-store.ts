import { create } from 'zustand';
import type { SessionId } from '#shared/domain.ts';
import { added, extended, nothingSelected, type Selection, toggled, withoutGone } from './selection.ts';

interface SelectionStore {
  readonly selection: Selection;
  toggle(id: SessionId): void;
  extend(anchor: SessionId, range: readonly SessionId[]): void;
  add(ids: readonly SessionId[]): void;
  removed(ids: readonly SessionId[]): void;
  clear(): void;
}

/** What is selected in the sidebar. */
export const useSelectionStore = create<SelectionStore>()((set) => ({
  selection: nothingSelected,
  toggle: (id) => set(({ selection }) => ({ selection: toggled(selection, id) })),
  extend: (anchor, range) => set(({ selection }) => ({ selection: extended(selection, anchor, range) })),
  add: (ids) => set(({ selection }) => ({ selection: added(selection, ids) })),
  removed: (ids) => set(({ selection }) => ({ selection: withoutGone(selection, ids) })),
  clear: () => set(({ selection }) => (selection.ids.size === 0 ? {} : { selection: nothingSelected })),
}));
