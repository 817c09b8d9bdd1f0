import type { RequestInput } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AsyncDatabase } from '../db/interface.ts';

/** Before there are rows of an answer that could only fail. Errors: not-found, provenance-incomplete. */
export async function refuseUnrepeatable(
  db: AsyncDatabase,
  { sessionId, basis }: RequestInput<'chat:retry'>,
): Promise<void> {
  if (basis.kind === 'branch') return;
  const { messageId } = basis;
  if (basis.kind === 'revise') {
    await db.getMessage({ sessionId, messageId });
    return;
  }
  const { missing } = await db.getProvenance({ sessionId, messageId });
  if (missing > 0) throw new AppError({ code: 'provenance-incomplete', details: { missing } });
}
