import { create } from 'zustand';
import type { ProjectId, SessionId } from '#shared/domain.ts';
import { recall, remember } from './remembered.ts';

export type DialogName = 'settings' | 'shortcuts' | 'new-project' | 'parameters' | 'export';

export type Renaming =
  | { readonly kind: 'session'; readonly id: SessionId; readonly place: 'sidebar' | 'header' }
  | { readonly kind: 'project'; readonly id: ProjectId };

interface ViewStore {
  readonly dialog: DialogName | null;
  /** The session an export dialog is about. */
  readonly exportSessionId: SessionId | null;
  readonly isModelPickerOpen: boolean;
  readonly renaming: Renaming | null;
  /** Whether the window is too narrow for sidebar and conversation side by side. */
  readonly isNarrow: boolean;
  /** The user's wish for a wide window. */
  readonly isSidebarWanted: boolean;
  /** The sidebar over the conversation of a narrow window. */
  readonly isOverlayOpen: boolean;

  openDialog(dialog: Exclude<DialogName, 'export'>): void;
  openExport(sessionId: SessionId): void;
  closeDialog(): void;
  setModelPickerOpen(isOpen: boolean): void;
  startRenaming(renaming: Renaming): void;
  stopRenaming(): void;
  setNarrow(isNarrow: boolean): void;
  toggleSidebar(): void;
  showSidebar(): void;
  closeOverlay(): void;
}

/** What is open in this window. */
export const useViewStore = create<ViewStore>()((set, get) => ({
  dialog: null,
  exportSessionId: null,
  isModelPickerOpen: false,
  renaming: null,
  isNarrow: false,
  isSidebarWanted: recall('sidebar') !== 'hidden',
  isOverlayOpen: false,

  openDialog: (dialog) => set({ dialog, isModelPickerOpen: false, isOverlayOpen: false }),
  openExport: (exportSessionId) =>
    set({ dialog: 'export', exportSessionId, isModelPickerOpen: false, isOverlayOpen: false }),
  closeDialog: () => set({ dialog: null }),
  setModelPickerOpen: (isModelPickerOpen) => set({ isModelPickerOpen }),
  startRenaming: (renaming) => set({ renaming }),
  stopRenaming: () => set({ renaming: null }),
  setNarrow: (isNarrow) => set({ isNarrow, isOverlayOpen: false }),

  toggleSidebar() {
    const { isNarrow, isOverlayOpen, isSidebarWanted } = get();
    if (isNarrow) set({ isOverlayOpen: !isOverlayOpen });
    else setWanted(!isSidebarWanted);
  },

  showSidebar() {
    if (get().isNarrow) set({ isOverlayOpen: true });
    else setWanted(true);
  },

  closeOverlay: () => set({ isOverlayOpen: false }),
}));

export function isSidebarShown({
  isNarrow,
  isOverlayOpen,
  isSidebarWanted,
}: Pick<ViewStore, 'isNarrow' | 'isOverlayOpen' | 'isSidebarWanted'>): boolean {
  return isNarrow ? isOverlayOpen : isSidebarWanted;
}

function setWanted(isSidebarWanted: boolean): void {
  useViewStore.setState({ isSidebarWanted });
  remember('sidebar', isSidebarWanted ? 'shown' : 'hidden');
}
