import type { ExportFormat } from '#shared/contract/app.ts';
import type { SessionId } from '#shared/domain.ts';
import { api } from '../api.ts';

/** Where the session was written; null when the system's dialog was cancelled. */
export async function exportFile(
  sessionId: SessionId,
  format: ExportFormat,
  name?: string,
): Promise<string | null> {
  const { path } = await api.request('transfer:export', { sessionId, format, name });
  return path;
}
