import { create } from 'zustand';
import type { SessionId } from '#shared/domain.ts';
import {
  added,
  anchoredAt,
  extended,
  nothingSelected,
  type Selection,
  toggled,
  withoutGone,
} from './selection.ts';

interface SelectionStore {
  readonly selection: Selection;
  toggle(id: SessionId): void;
  extend(anchor: SessionId, range: readonly SessionId[]): void;
  /** A list as far as it was read; `isCutOff` when it goes on. */
  add(ids: readonly SessionId[], isCutOff: boolean): void;
  removed(ids: readonly SessionId[]): void;
  /** Selects nothing; a range that Shift makes next begins at this session, or at the row with the keyboard. */
  clear(anchor?: SessionId): void;
}

/** What is selected in the sidebar. */
export const useSelectionStore = create<SelectionStore>()((set) => ({
  selection: nothingSelected,
  toggle: (id) => set(({ selection }) => ({ selection: toggled(selection, id) })),
  extend: (anchor, range) => set(({ selection }) => ({ selection: extended(selection, anchor, range) })),
  add: (ids, isCutOff) => set(({ selection }) => ({ selection: added(selection, ids, isCutOff) })),
  removed: (ids) => set(({ selection }) => ({ selection: withoutGone(selection, ids) })),
  clear: (anchor) =>
    set(({ selection }) => {
      const isSame = selection.ids.size === 0 && selection.anchor === (anchor ?? null);
      return isSame ? {} : { selection: anchor === undefined ? nothingSelected : anchoredAt(anchor) };
    }),
}));
