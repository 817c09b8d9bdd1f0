import { create } from 'zustand';
import { recall, remember } from '../window/remembered.ts';
import type { SectionKey } from './sidebar-layout.ts';

interface FoldsStore {
  readonly folded: ReadonlySet<SectionKey>;
  setFolded(key: SectionKey, isFolded: boolean): void;
}

/** Which sections of the sidebar are folded; archived projects are, until somebody unfolds them. */
export const useFoldsStore = create<FoldsStore>()((set, get) => ({
  folded: new Set(recall('folded')?.split(' ') ?? ['archived-projects']),

  setFolded(key, isFolded) {
    const folded = new Set(get().folded);
    if (isFolded) folded.add(key);
    else folded.delete(key);
    remember('folded', [...folded].join(' '));
    set({ folded });
  },
}));
