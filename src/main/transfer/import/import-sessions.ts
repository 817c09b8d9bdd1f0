import { randomUUID } from 'node:crypto';
import type { MessagePort } from 'node:worker_threads';
import type { Emit } from '#shared/contract/index.ts';
import type { ImportedFile } from '#shared/contract/transfer.ts';
import type { SessionSummary } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { TransferThreads } from '../thread/transfer-threads.ts';
import type { FileOutcome } from './import-files.ts';

export interface ImportOptions {
  readonly threads: Pick<TransferThreads, 'run'>;
  /** A line to the thread that owns the database. */
  readonly connect: () => MessagePort;
  /** Asks the user for any number of files; empty when that was cancelled. */
  readonly chooseImportFiles: () => Promise<readonly string[]>;
  /** Tags may have come back from the trash: writes the tags of their sessions anew. */
  readonly refreshTags: () => Promise<void>;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface ImportService {
  /** Null when no file was chosen. */
  importFiles(): Promise<readonly ImportedFile[] | null>;
  /** A file of the last import once more, its sessions as new ones. Error: import-unreadable. */
  importCopy(fileId: string): Promise<ImportedFile>;
}

export function createImportService(options: ImportOptions): ImportService {
  const { threads, connect, emit, now } = options;
  /** The paths of the last import by the ids of their files: only what was chosen in a dialog of the system is read. */
  let chosen = new Map<string, string>();

  async function run(paths: readonly string[], isCopy: boolean): Promise<readonly FileOutcome[]> {
    const port = connect();
    const job = { kind: 'import', paths, isCopy, port, at: now() } as const;
    const files = await threads.run(job, [port]).catch((thrown: unknown) => {
      // A thread that died, say for want of memory, may have written some: the lists are to be read again.
      tellImported([]);
      throw thrown;
    });
    const summaries = files.flatMap(({ sessions }) =>
      sessions.filter(({ isNew }) => isNew).map(({ session }) => session),
    );
    if (summaries.length > 0) {
      tellImported(summaries);
      await options.refreshTags();
    }
    return files;
  }

  function tellImported(summaries: readonly SessionSummary[]): void {
    emit('tags:changed', null);
    emit('sessions:changed', summaries);
    emit('projects:changed', null);
  }

  return {
    async importFiles() {
      const paths = await options.chooseImportFiles();
      if (paths.length === 0) return null;
      const outcomes = await run(paths, false);
      const files = outcomes.map((outcome) => ({ ...outcome, id: randomUUID() }));
      chosen = new Map(files.map(({ id }, index) => [id, paths[index] ?? '']));
      return files;
    },
    async importCopy(id) {
      const path = chosen.get(id);
      const [outcome] = path === undefined ? [] : await run([path], true);
      if (outcome === undefined) {
        const details = { name: 'The file', problem: 'it is not one of those imported last' };
        throw new AppError({ code: 'import-unreadable', details });
      }
      return { ...outcome, id };
    },
  };
}
