import { create } from 'zustand';
import type { PromptId } from '#shared/contract/prompts.ts';
import type { Attachment, MessageId, ProjectId, SessionId } from '#shared/domain.ts';
import { recall, remember } from './remembered.ts';

/** A dialog about something, with what it is about. */
export type SubjectDialog =
  /** Null makes a new project. */
  | { readonly name: 'project'; readonly projectId: ProjectId | null }
  | { readonly name: 'delete-project'; readonly projectId: ProjectId }
  | { readonly name: 'move'; readonly sessionIds: readonly SessionId[] }
  | { readonly name: 'tags-of'; readonly sessionIds: readonly SessionId[] }
  | { readonly name: 'attachment'; readonly attachment: Attachment }
  | { readonly name: 'details'; readonly sessionId: SessionId }
  | {
      readonly name: 'answer-again' | 'provenance';
      readonly sessionId: SessionId;
      readonly messageId: MessageId;
    }
  /** The branches of a session. */
  | { readonly name: 'tree'; readonly sessionId: SessionId }
  /** Versions of one message, beginning with this one. */
  | {
      readonly name: 'compare';
      readonly sessionId: SessionId;
      readonly messageId: MessageId;
      readonly siblingIds: readonly MessageId[];
    }
  /** The library, with this prompt shown. */
  | { readonly name: 'prompts'; readonly promptId: PromptId | null }
  /** Asks for the variables of a prompt that goes into a draft. */
  | {
      readonly name: 'fill-prompt';
      readonly sessionId: SessionId;
      readonly promptId: PromptId;
      readonly body: string;
    };

export type DialogName =
  | 'settings'
  | 'shortcuts'
  | 'slash-help'
  | 'parameters'
  | 'export'
  | 'import-report'
  | 'tags'
  | 'palette'
  | 'attach-folder'
  | SubjectDialog['name'];

export type Renaming =
  | { readonly kind: 'session'; readonly id: SessionId; readonly place: 'sidebar' | 'header' }
  | { readonly kind: 'project'; readonly id: ProjectId };

/** What fills the place beside the sidebar. */
export type MainView = 'conversation' | 'search' | 'history' | 'statistics' | 'trash';

interface ViewStore {
  readonly mainView: MainView;
  readonly dialog: DialogName | null;
  /** The session an export dialog is about. */
  readonly exportSessionId: SessionId | null;
  /** What the dialog open now, or open last, is about. */
  readonly subject: SubjectDialog | null;
  readonly isModelPickerOpen: boolean;
  readonly renaming: Renaming | null;
  /** Whether the window is too narrow for sidebar and conversation side by side. */
  readonly isNarrow: boolean;
  /** The user's wish for a wide window. */
  readonly isSidebarWanted: boolean;
  /** The sidebar over the conversation of a narrow window. */
  readonly isOverlayOpen: boolean;

  /** Shows another view; the conversation stays open behind it. */
  show(mainView: MainView): void;
  openDialog(dialog: Exclude<DialogName, 'export' | SubjectDialog['name']>): void;
  /** One that nobody waits for at this moment: not in place of another one, which may be half filled in, but after it. */
  openWhenFree(dialog: Parameters<ViewStore['openDialog']>[0]): void;
  openAbout(subject: SubjectDialog): void;
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
  mainView: 'conversation',
  dialog: null,
  exportSessionId: null,
  subject: null,
  isModelPickerOpen: false,
  renaming: null,
  isNarrow: false,
  isSidebarWanted: recall('sidebar') !== 'hidden',
  isOverlayOpen: false,

  show: (mainView) => set({ mainView, isModelPickerOpen: false, isOverlayOpen: false }),
  openDialog: (dialog) => set({ dialog, isModelPickerOpen: false, isOverlayOpen: false }),
  openWhenFree(dialog) {
    const open = () => get().openDialog(dialog);
    if (get().dialog === null) {
      open();
      return;
    }
    const stop = useViewStore.subscribe((store) => {
      if (store.dialog !== null) return;
      stop();
      open();
    });
  },
  openExport: (exportSessionId) =>
    set({ dialog: 'export', exportSessionId, isModelPickerOpen: false, isOverlayOpen: false }),
  openAbout: (subject) =>
    set({ dialog: subject.name, subject, isModelPickerOpen: false, isOverlayOpen: false }),
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
