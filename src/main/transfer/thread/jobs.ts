import type { Result } from '#shared/errors.ts';
import { type BackupJob, writeBackup } from '../backup/write-backup.ts';
import { type ExportJob, writeSession } from '../export/write-session.ts';
import { type ImportJob, importFiles } from '../import/import-files.ts';

/** What a thread of transfers is started with: the one thing it does. */
export type TransferJob = ExportJob | ImportJob | BackupJob;

export interface TransferResults {
  readonly export: Awaited<ReturnType<typeof writeSession>>;
  readonly import: Awaited<ReturnType<typeof importFiles>>;
  readonly backup: Awaited<ReturnType<typeof writeBackup>>;
}

/** The only message a thread sends. */
export type TransferAnswer = Result<TransferResults[TransferJob['kind']]>;

export function doJob(job: TransferJob): Promise<TransferResults[TransferJob['kind']]> {
  switch (job.kind) {
    case 'export':
      return writeSession(job);
    case 'import':
      return importFiles(job);
    case 'backup':
      return writeBackup(job);
  }
}
