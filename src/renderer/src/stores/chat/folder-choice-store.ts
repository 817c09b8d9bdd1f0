import { create } from 'zustand';
import type { SessionId } from '#shared/domain.ts';
import { api } from '../../api.ts';

export interface FolderFileEntry {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly sizeBytes: number;
}

/** A folder somebody chooses files of. */
export interface FolderChoice {
  readonly sessionId: SessionId;
  readonly name: string;
  readonly files: readonly FolderFileEntry[];
  readonly leftOut: number;
  /** A folder of main's dialog, or the files of one that was dropped, by their paths. */
  readonly origin:
    | { readonly kind: 'chosen'; readonly choiceId: string }
    | { readonly kind: 'dropped'; readonly files: ReadonlyMap<string, File> };
}

interface FolderChoiceStore {
  readonly choice: FolderChoice | null;
  offer(choice: FolderChoice): void;
  /** Asks for a folder in the system's dialog. False when that was cancelled. */
  ask(sessionId: SessionId): Promise<boolean>;
}

/** The folder whose files are being chosen, or were last. */
export const useFolderChoiceStore = create<FolderChoiceStore>()((set) => ({
  choice: null,

  offer: (choice) => set({ choice }),

  async ask(sessionId) {
    const folder = await api.request('attachments:choose-folder');
    if (folder === null) return false;
    const { choiceId, name, files, leftOut } = folder;
    set({ choice: { sessionId, name, files, leftOut, origin: { kind: 'chosen', choiceId } } });
    return true;
  },
}));
