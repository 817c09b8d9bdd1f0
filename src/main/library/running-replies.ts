import type { RunningReply } from '#shared/contract/chat.ts';
import type { SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';

/** What the library asks of the chat: answers end before their session goes to the trash. */
export interface RunningReplies {
  running(): readonly RunningReply[];
  /** Sessions that are answering, also those whose answer is only about to begin. */
  busy(): readonly SessionId[];
  /** Waits until the end of the answer is in the database. */
  stopAndWait(sessionId: SessionId): Promise<void>;
}

/**
 * Stops the answers of those sessions of which `isMeant` holds. One that is not found (any more, or in that project)
 * is not meant: it goes on answering.
 */
export async function stopReplies(
  replies: RunningReplies,
  isMeant: (sessionId: SessionId) => Promise<boolean>,
): Promise<void> {
  await Promise.all(
    replies.busy().map(async (sessionId) => {
      if (await isMeant(sessionId).catch(falseWhenNotFound)) await replies.stopAndWait(sessionId);
    }),
  );
}

function falseWhenNotFound(thrown: unknown): false {
  if (thrown instanceof AppError && thrown.code === 'not-found') return false;
  throw thrown;
}
