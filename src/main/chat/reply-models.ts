import type { WantedReply } from '#shared/contract/chat.ts';
import type { Session, SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { AsyncDatabase } from '../db/interface.ts';

/** A wanted answer with its model for sure. */
export type NamedReply = WantedReply & { readonly model: string };

export interface ReplyModels {
  /**
   * The answers with their models; a first use of the default model is kept with the session. Error: model-not-chosen.
   */
  named(
    sessionId: SessionId,
    replies: readonly WantedReply[],
  ): Promise<{ readonly session: Session; readonly replies: readonly NamedReply[] }>;
  /** The session with a model. Error: model-not-chosen. */
  withModel(session: Session): Promise<Session>;
}

export function createReplyModels(
  db: AsyncDatabase,
  defaultModel: () => Promise<string | null>,
): ReplyModels {
  async function withModel(session: Session): Promise<Session> {
    if (session.model !== null) return session;
    const model = await defaultModel();
    if (model === null) throw new AppError({ code: 'model-not-chosen', details: {} });
    return db.updateSession({ sessionId: session.id, changes: { model, isModelChecked: true } });
  }

  return {
    withModel,
    async named(sessionId, replies) {
      const session = await db.getSession({ sessionId });
      const chosen = replies.some(({ model }) => model === null) ? await withModel(session) : session;
      const named = replies.flatMap((reply) => {
        const model = reply.model ?? chosen.model;
        return model === null ? [] : [{ ...reply, model }];
      });
      return { session: chosen, replies: named };
    },
  };
}
