import { create } from 'zustand';
import type { ImportedFile } from '#shared/contract/transfer.ts';

interface ImportStore {
  /** What came of the files imported last. */
  readonly files: readonly ImportedFile[];
  imported(files: readonly ImportedFile[]): void;
  /** Of one of them, imported once more. */
  importedAgain(file: ImportedFile): void;
}

/** What the report of an import shows. */
export const useImportStore = create<ImportStore>()((set) => ({
  files: [],
  imported: (files) => set({ files }),
  importedAgain: (file) =>
    set(({ files }) => ({ files: files.map((each) => (each.id === file.id ? file : each)) })),
}));
