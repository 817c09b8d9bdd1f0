import type { ReplyBasis } from '#shared/contract/chat.ts';
import {
  changeParameters,
  type InstalledModel,
  type Message,
  type MessageId,
  type ParameterChanges,
  type Session,
} from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { AsyncDatabase, BranchMessage, Provenance } from '../db/interface.ts';
import type { ChatRequest } from '../ollama/interface.ts';
import { buildChatContext, canSee, picturesIn, sendableParameters } from './context-builder.ts';

/** What is known of a model and of its server without asking. */
export interface KnownServer {
  readonly model: InstalledModel | null;
  readonly ollamaAddress: string;
  readonly ollamaVersion: string | null;
}

export interface WantedContext {
  readonly session: Session;
  readonly model: string;
  readonly parameters: ParameterChanges;
  readonly basis: ReplyBasis;
  readonly userMessageId: MessageId;
  readonly sendsThinking: boolean;
  readonly known: KnownServer;
}

/** What a request is made of, before it is put into words. */
interface Ingredients extends Pick<Provenance, 'systemPrompt' | 'options'> {
  readonly branch: readonly BranchMessage[];
  readonly remark: string | null;
  readonly withThinking: boolean;
}

/**
 * Reads what an answer is made from and keeps it with the answer. Errors: not-found; provenance-incomplete when what is
 * to be repeated is not all there.
 */
export async function prepareReply(
  db: AsyncDatabase,
  replyId: MessageId,
  wanted: WantedContext,
): Promise<ChatRequest> {
  const { model, known } = wanted;
  const { branch, remark, systemPrompt, options, withThinking } = await gather(db, wanted);
  const parameters = sendableParameters(options, known.model);
  const pictures = await readPictures(db, branch, known.model);
  const context = buildChatContext({ model, systemPrompt, parameters, branch, remark, pictures });
  await db.saveProvenance({
    replyId,
    provenance: {
      model,
      digest: known.model?.digest ?? null,
      quantization: known.model?.quantization ?? null,
      ollamaAddress: known.ollamaAddress,
      ollamaVersion: known.ollamaVersion,
      options: parameters,
      systemPrompt,
      messageIds: context.messageIds,
      ...(remark !== null && { remark }),
      ...(withThinking && { withThinking }),
      ...(context.picturesLeftOut > 0 && { picturesLeftOut: context.picturesLeftOut }),
    },
  });
  return context.request;
}

/**
 * The request that goes on with an answer: the same model, options and system prompt as far as they are known, and the
 * answer itself as the last message, which Ollama continues (github.com/ollama/ollama/issues/6778).
 */
export async function prepareContinuation(
  db: AsyncDatabase,
  {
    session,
    reply,
    model,
    known,
    sendsThinking,
  }: Omit<WantedContext, 'parameters' | 'basis' | 'userMessageId'> & {
    readonly reply: Message;
  },
): Promise<ChatRequest> {
  const messageId = reply.id;
  const kept = await findProvenance(db, session, messageId);
  const branch = await db.listBranch({ sessionId: session.id, messageId, withThinking: sendsThinking });
  const parameters = sendableParameters(kept?.options ?? session.parameters, known.model);
  const pictures = await readPictures(db, branch, known.model);
  const systemPrompt = kept?.systemPrompt ?? session.systemPrompt;
  return buildChatContext({ model, systemPrompt, parameters, branch, remark: null, pictures }).request;
}

async function gather(db: AsyncDatabase, wanted: WantedContext): Promise<Ingredients> {
  const { session, basis } = wanted;
  const sessionId = session.id;
  if (basis.kind === 'repeat') {
    const kept = await db.getProvenance({ sessionId, messageId: basis.messageId });
    if (kept.missing > 0) {
      throw new AppError({ code: 'provenance-incomplete', details: { missing: kept.missing } });
    }
    const withThinking = kept.withThinking ?? false;
    return {
      branch: await db.listBranchMessages({ sessionId, messageIds: kept.messageIds, withThinking }),
      remark: kept.remark ?? null,
      withThinking,
      systemPrompt: kept.systemPrompt,
      options: changeParameters(kept.options, wanted.parameters),
    };
  }
  const isRevision = basis.kind === 'revise';
  const withThinking = wanted.sendsThinking;
  return {
    // A revision is made from the answer too.
    branch: await db.listBranch({
      sessionId,
      messageId: isRevision ? basis.messageId : wanted.userMessageId,
      withThinking,
    }),
    remark: isRevision ? basis.remark : null,
    withThinking,
    systemPrompt: session.systemPrompt,
    options: changeParameters(session.parameters, wanted.parameters),
  };
}

/** Null for an answer that nothing was kept of: an imported one, or one written anew by its user. */
async function findProvenance(
  db: AsyncDatabase,
  session: Session,
  messageId: MessageId,
): Promise<Provenance | null> {
  try {
    return await db.getProvenance({ sessionId: session.id, messageId });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') return null;
    throw thrown;
  }
}

async function readPictures(
  db: AsyncDatabase,
  branch: readonly BranchMessage[],
  model: InstalledModel | null,
): Promise<ReadonlyMap<string, string>> {
  const wanted = canSee(model) ? picturesIn(branch) : [];
  if (wanted.length === 0) return new Map();
  const pictures = await db.readPictures({ attachmentIds: wanted.map(({ id }) => id) });
  return new Map(pictures.map(({ id, bytes }) => [id, Buffer.from(bytes).toString('base64')]));
}
