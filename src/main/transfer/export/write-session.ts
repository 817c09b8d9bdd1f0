import type { ExportFormat, LeftOut } from '#shared/contract/transfer.ts';
import type { SessionId } from '#shared/domain.ts';
import { withSession } from '../../db/messages/session-reader.ts';
import { refuseOwnFiles } from '../own-files.ts';
import { writeFileSafely } from '../write-file-safely.ts';
import { formatOf } from './formats.ts';
import { leftOutBy } from './left-out.ts';

export interface ExportJob {
  readonly kind: 'export';
  readonly databasePath: string;
  readonly sessionId: SessionId;
  readonly format: ExportFormat;
  readonly withThinking: boolean;
  readonly path: string;
}

/** Writes a session into a file, piece by piece, and says what is not in it. Errors: not-found, disk-full, write-failed. */
export async function writeSession(job: ExportJob): Promise<LeftOut> {
  const { databasePath, sessionId, format, withThinking, path } = job;
  refuseOwnFiles(databasePath, path);
  return withSession(databasePath, sessionId, async ({ record, contentsOf }) => {
    const content = formatOf(format).render(record, { withThinking }, ({ id }) => contentsOf(id));
    await writeFileSafely(path, content);
    return leftOutBy(format, record, { withThinking });
  });
}
