import type { ImportedFile, ImportedSession } from '#shared/contract/transfer.ts';
import { text } from '#shared/text/index.ts';
import { api } from '../api.ts';
import { formatFileSize } from '../format/file-size.ts';
import { useImportStore } from '../stores/library/import-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { openSession, titleOf, wishForSession } from './sessions.ts';

/**
 * Asks for files and imports them. A single session is opened, unless another one was opened meanwhile; anything else is
 * reported, file by file.
 */
export async function importSessions(): Promise<void> {
  const isWished = wishForSession();
  const files = await api.request('transfer:import');
  if (files === null) return;
  const only = onlySession(files);
  if (only !== null) {
    if (isWished()) await openSession(only.session.id);
    useNoticesStore
      .getState()
      .show({ kind: 'told', sentence: text.transfer.imported(titleOf(only.session)) });
    return;
  }
  useImportStore.getState().imported(files);
  useViewStore.getState().openWhenFree('import-report');
}

/** A file of the report once more, as new sessions. */
export async function importCopy(fileId: string): Promise<void> {
  useImportStore.getState().importedAgain(await api.request('transfer:import-copy', { fileId }));
}

/** Asks for a place and writes a copy of everything there. */
export async function backUp(): Promise<void> {
  const written = await api.request('library:backup');
  if (written === null) return;
  const sentence = text.transfer.backup.written(written.path, formatFileSize(written.sizeBytes));
  useNoticesStore.getState().show({ kind: 'told', sentence });
}

/** When there is nothing to tell but that it is here now. */
function onlySession([file, ...others]: readonly ImportedFile[]): ImportedSession | null {
  if (file === undefined || others.length > 0 || file.error !== null || file.sessions.length !== 1)
    return null;
  const [session] = file.sessions;
  return session?.isNew && session.missingFiles === 0 ? session : null;
}
