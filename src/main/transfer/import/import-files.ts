import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import type { ImportedFile, ImportedSession } from '#shared/contract/transfer.ts';
import { toErrorReport } from '#shared/errors.ts';
import type { AsyncDatabase } from '../../db/interface.ts';
import { openLine } from '../../db/thread/line.ts';
import type { ParsedSession } from './importer.ts';
import { parseFile } from './importers.ts';
import { readImportFile } from './read-import-file.ts';

export interface ImportJob {
  readonly kind: 'import';
  readonly paths: readonly string[];
  /** Makes second ones of sessions that are here already. */
  readonly isCopy: boolean;
  /** To the thread that owns the database. */
  readonly port: MessagePort;
  readonly at: number;
}

/** What came of a file, before the window is told. */
export type FileOutcome = Omit<ImportedFile, 'id'>;

/** Imports files, one after the other. What is wrong with one stands in its report and is no matter of the others. */
export async function importFiles({ paths, isCopy, port, at }: ImportJob): Promise<readonly FileOutcome[]> {
  const line = openLine(port);
  try {
    const files: FileOutcome[] = [];
    for (const path of paths) files.push(await importFile(line.db, path, isCopy, at));
    return files;
  } finally {
    line.close();
  }
}

async function importFile(
  db: Pick<AsyncDatabase, 'importSession'>,
  path: string,
  isCopy: boolean,
  at: number,
): Promise<FileOutcome> {
  const sessions: ImportedSession[] = [];
  try {
    for (const parsed of parseFile(await readImportFile(path))) {
      sessions.push(await importSession(db, parsed, isCopy, at));
    }
    return { name: basename(path), sessions, error: null };
  } catch (thrown) {
    return { name: basename(path), sessions, error: toErrorReport(thrown) };
  }
}

async function importSession(
  db: Pick<AsyncDatabase, 'importSession'>,
  { source, sourceId, record, missingFiles }: ParsedSession,
  isCopy: boolean,
  at: number,
): Promise<ImportedSession> {
  const freshIds = { freshId: newId(), freshProjectId: newId() };
  const outcome = await db.importSession({ source, sourceId, record, isCopy, at, ...freshIds });
  return { ...outcome, missingFiles: outcome.isNew ? missingFiles : 0 };
}

/** 10 hexadecimal characters (A2). */
function newId(): string {
  return randomBytes(5).toString('hex');
}
