import type { RequestInput } from '#shared/contract/index.ts';
import type { Exported } from '#shared/contract/transfer.ts';
import { api } from '../api.ts';

export type ExportWish = Omit<RequestInput<'transfer:export'>, 'within'>;

/** Where the session was written; null when the system's dialog was cancelled. */
export function exportFile(wish: ExportWish): Promise<Exported | null> {
  return api.request('transfer:export', wish);
}
