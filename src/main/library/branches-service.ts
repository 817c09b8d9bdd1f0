import type { Emit, RequestInput } from '#shared/contract/index.ts';
import type { OpenedSession } from '#shared/contract/sessions.ts';
import { type Session, summaryOf } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { RunningReplies } from './running-replies.ts';
import type { SessionsService } from './sessions-service.ts';

export interface BranchesServiceOptions {
  readonly db: AsyncDatabase;
  readonly sessions: Pick<SessionsService, 'open'>;
  readonly replies: RunningReplies;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface BranchesService {
  /** An answer on its way in that branch is stopped first. */
  trash(input: RequestInput<'messages:trash-branch'>): Promise<OpenedSession>;
  restore(input: RequestInput<'messages:restore-branch'>): Promise<OpenedSession>;
}

export function createBranchesService(options: BranchesServiceOptions): BranchesService {
  const { db, emit } = options;

  async function told(
    input: RequestInput<'messages:trash-branch'>,
    session: Session,
  ): Promise<OpenedSession> {
    emit('sessions:changed', [summaryOf(session)]);
    emit('session:branches-changed', { sessionId: session.id, messageId: input.messageId });
    emit('trash:changed', null);
    return options.sessions.open({ sessionId: session.id, within: input.within });
  }

  return {
    async trash(input) {
      const trash = () => db.trashBranch({ ...input, at: options.now() });
      try {
        return await told(input, await trash());
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code !== 'busy') throw thrown;
        await options.replies.stopAndWait(input.sessionId);
        return told(input, await trash());
      }
    },
    restore: async (input) => told(input, await db.restoreBranch(input)),
  };
}
