import type { RequestOutput } from '#shared/contract/index.ts';
import { text as texts } from '#shared/text/index.ts';
import type { ExportOptions } from '../export/export-session.ts';

export interface BackupOptions extends Pick<ExportOptions, 'databasePath' | 'threads' | 'chooseSavePath'> {
  readonly now: () => number;
}

/** Asks where, and writes a checked copy of everything there; null when that was cancelled. */
export async function backUp(options: BackupOptions): Promise<RequestOutput<'library:backup'>> {
  const { databasePath, threads, chooseSavePath, now } = options;
  const path = await chooseSavePath({
    suggestedName: `${texts.transfer.backup.fileName(dateOf(now()))}.db`,
    extension: 'db',
    title: texts.transfer.backup.title,
  });
  if (path === null) return null;
  return { path, ...(await threads.run({ kind: 'backup', databasePath, path })) };
}

/** `2026-11-21`, by the clock on the wall. */
function dateOf(ms: number): string {
  const date = new Date(ms);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
