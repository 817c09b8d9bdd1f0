import type { AttachmentId, SessionId } from '#shared/domain.ts';
import { readAttachmentContents } from '../attachments/attachment-records.ts';
import { openReader } from '../database.ts';
import type { AttachmentContents, SessionRecord } from '../interface.ts';
import { toDatabaseError } from '../sqlite-errors.ts';
import { exportSession } from './export-repository.ts';

/** A session as it is at one moment; what is in its files is read one by one. */
export interface SessionReader {
  /** Without what is in its files. */
  readonly record: SessionRecord;
  readonly contentsOf: (id: AttachmentId) => AttachmentContents;
}

/**
 * For a thread that writes a session somewhere: gives `use` the session through a connection of its own, so that
 * everything it reads until it settles is of one moment, and nobody waits. Errors: not-found and those of reading.
 */
export async function withSession<Value>(
  databasePath: string,
  sessionId: SessionId,
  use: (reader: SessionReader) => Promise<Value>,
): Promise<Value> {
  const connection = openReader(databasePath);
  const guarded = <Read>(read: () => Read): Read => {
    try {
      return read();
    } catch (thrown) {
      throw toDatabaseError(thrown, databasePath);
    }
  };
  try {
    connection.exec('BEGIN');
    const record = guarded(() => exportSession(connection, { sessionId }));
    return await use({ record, contentsOf: (id) => guarded(() => readAttachmentContents(connection, id)) });
  } finally {
    connection.close();
  }
}
