import type { Emit, RequestInput } from '#shared/contract/index.ts';
import type { OpenedSession } from '#shared/contract/sessions.ts';
import { type Session, type SessionId, summaryOf } from '#shared/domain.ts';
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
  /** Error: busy while the session answers. */
  trashSome(input: RequestInput<'messages:trash-some'>): Promise<OpenedSession>;
  /** Error: busy while the session answers. */
  editAnswer(input: RequestInput<'messages:edit-answer'>): Promise<OpenedSession>;
  restore(input: RequestInput<'messages:restore'>): Promise<OpenedSession>;
}

export function createBranchesService(options: BranchesServiceOptions): BranchesService {
  const { db, emit } = options;

  async function told(
    input: Pick<RequestInput<'messages:trash-branch'>, 'within'>,
    session: Session,
  ): Promise<OpenedSession> {
    emit('sessions:changed', [summaryOf(session)]);
    emit('session:branches-changed', { sessionId: session.id });
    emit('trash:changed', null);
    return options.sessions.open({ sessionId: session.id, within: input.within });
  }

  /** Also one whose answer is only about to begin. */
  function refuseBusy({ sessionId }: { readonly sessionId: SessionId }): void {
    if (options.replies.busy().includes(sessionId))
      throw new AppError({ code: 'busy', details: { sessionId } });
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
    async trashSome(input) {
      refuseBusy(input);
      return told(input, await db.trashMessages({ ...input, at: options.now() }));
    },
    async editAnswer(input) {
      refuseBusy(input);
      const session = await db.insertEditedAnswer({ ...input, at: options.now() });
      emit('sessions:changed', [summaryOf(session)]);
      emit('session:branches-changed', { sessionId: session.id });
      return options.sessions.open({ sessionId: session.id, within: input.within });
    },
    restore: async (input) => told(input, await db.restoreBranches(input)),
  };
}
