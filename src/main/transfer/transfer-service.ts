import type { RequestInput, RequestOutput } from '#shared/contract/index.ts';
import { backUp } from './backup/back-up.ts';
import { type ExportOptions, exportSession } from './export/export-session.ts';
import { createImportService, type ImportOptions, type ImportService } from './import/import-sessions.ts';
import { tellingThreads } from './thread/tell-working.ts';
import { createTransferThreads } from './thread/transfer-threads.ts';

export interface TransferServiceOptions extends Omit<ExportOptions & ImportOptions, 'threads'> {
  /** The built or source file of `thread/transfer-worker.ts`. */
  readonly workerPath: string;
}

export interface TransferService extends ImportService {
  /** Errors: not-found, disk-full, write-failed. */
  exportSession(input: RequestInput<'transfer:export'>): Promise<RequestOutput<'transfer:export'>>;
  /** Null when no place was chosen. Errors: disk-full, write-failed, database-damaged. */
  backUp(): Promise<RequestOutput<'library:backup'>>;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

/** Sessions out of Parlor and into it: each in a thread of its own. */
export function createTransferService(options: TransferServiceOptions): TransferService {
  const everyThread = createTransferThreads(options.workerPath);
  const threads = tellingThreads(everyThread, options.emit);
  return {
    exportSession: (input) => exportSession({ ...options, threads }, input),
    ...createImportService({ ...options, threads }),
    backUp: () => backUp({ ...options, threads }),
    close: () => everyThread.close(),
  };
}
