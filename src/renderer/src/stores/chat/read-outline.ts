import type { Outline } from '#shared/contract/messages.ts';
import type { SessionId } from '#shared/domain.ts';
import { api } from '../../api.ts';

/** Every message of every branch of a session that is shown, as far as an outline reaches. */
export async function readOutline(sessionId: SessionId): Promise<Outline> {
  const outline: Outline = JSON.parse(await api.request('messages:outline', { sessionId }));
  return outline;
}
