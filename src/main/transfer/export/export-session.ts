import type { RequestInput, RequestOutput } from '#shared/contract/index.ts';
import { text as texts } from '#shared/text/index.ts';
import type { AsyncDatabase } from '../../db/interface.ts';
import type { TransferThreads } from '../thread/transfer-threads.ts';
import { formatOf, suggestedName } from './formats.ts';

export interface SavePathQuestion {
  readonly suggestedName: string;
  /** Without the dot; empty for a file that has none. */
  readonly extension: string;
  /** Of the dialog. */
  readonly title: string;
}

export interface ExportOptions {
  readonly db: Pick<AsyncDatabase, 'getSession'>;
  readonly databasePath: string;
  readonly threads: Pick<TransferThreads, 'run'>;
  /** Asks the user; null when that was cancelled. */
  readonly chooseSavePath: (question: SavePathQuestion) => Promise<string | null>;
}

/** Writes a session where the user wants it; null when that was cancelled. Errors: not-found, disk-full, write-failed. */
export async function exportSession(
  { db, databasePath, threads, chooseSavePath }: ExportOptions,
  input: RequestInput<'transfer:export'>,
): Promise<RequestOutput<'transfer:export'>> {
  const { sessionId, format, name, within, withThinking = false } = input;
  const session = await db.getSession({ sessionId, within });
  const path = await chooseSavePath({
    suggestedName: suggestedName(session, format, name),
    extension: formatOf(format).extension,
    title: texts.main.exportDialogTitle(session.title || texts.sidebar.untitled),
  });
  if (path === null) return null;
  const leftOut = await threads.run({ kind: 'export', databasePath, sessionId, format, withThinking, path });
  return { path, leftOut };
}
