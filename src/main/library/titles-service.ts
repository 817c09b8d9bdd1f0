import type { Emit, EventPayload } from '#shared/contract/index.ts';
import type { SessionId } from '#shared/domain.ts';
import type { Settings } from '#shared/settings.ts';
import type { AsyncDatabase, BranchMessage } from '../db/interface.ts';
import type { OllamaClient } from '../ollama/interface.ts';
import { titleFromAnswer, titleQuestion } from './title-text.ts';

/** Tokens of an answer: a title with room for a word too many. */
const longestAnswer = 48;
/** A model that takes longer has better things to do. */
const patienceMs = 60_000;

export interface TitlesServiceOptions {
  readonly db: AsyncDatabase;
  readonly ollama: () => OllamaClient;
  readonly settings: () => Settings;
  readonly isAnswering: () => boolean;
  /** Canned answers hold no title. */
  readonly isDemo: () => boolean;
  readonly emit: Emit;
}

export interface TitlesService {
  /** After an answer has ended: the first exchange of a session gets a title. Never rejects. */
  answerEnded(ended: EventPayload<'chat:ended'>): Promise<void>;
  /** Somebody sends something: a title must never make a person wait. */
  cancel(): void;
}

/**
 * Asks the model that has just answered, with exactly its runner's options, so that nothing is loaded anew. Whatever
 * goes wrong, the title from the first line stays.
 */
export function createTitlesService({ db, emit, ...options }: TitlesServiceOptions): TitlesService {
  let underWay: AbortController | null = null;
  const tried = new Set<SessionId>();

  function cancel(): void {
    underWay?.abort();
    underWay = null;
  }

  async function firstExchange(
    sessionId: SessionId,
    replyId: string,
  ): Promise<readonly [BranchMessage, BranchMessage] | null> {
    const branch = await db.listBranch({ sessionId, messageId: replyId, withThinking: false });
    const said = branch.filter(({ role }) => role !== 'system');
    const [question, answer] = said;
    const isFirst = said.length === 2 && question?.role === 'user' && answer !== undefined;
    return isFirst && answer.content.trim() !== '' ? [question, answer] : null;
  }

  async function ask(
    { sessionId, reply }: EventPayload<'chat:ended'>,
    signal: AbortSignal,
  ): Promise<string | null> {
    if (reply.model === null) return null;
    const exchange = await firstExchange(sessionId, reply.id);
    if (exchange === null || signal.aborted) return null;
    const { parameters } = await db.getSession({ sessionId });
    const request = {
      model: reply.model,
      messages: titleQuestion(...exchange),
      parameters: { ...parameters, numPredict: longestAnswer, think: 'off' as const },
    };
    let answer = '';
    for await (const piece of options.ollama().streamChat(request, signal)) {
      if (piece.kind === 'content') answer += piece.text;
    }
    return titleFromAnswer(answer);
  }

  return {
    async answerEnded(ended) {
      const { sessionId, reply } = ended;
      if (reply.status !== 'complete' || options.settings().titlesBy !== 'model') return;
      // Another answer is on its way: Ollama has enough to do.
      if (tried.has(sessionId) || options.isAnswering() || options.isDemo()) return;
      cancel();
      const controller = new AbortController();
      underWay = controller;
      const timer = setTimeout(() => controller.abort(), patienceMs);
      try {
        const title = await ask(ended, controller.signal);
        if (title === null || controller.signal.aborted) return;
        tried.add(sessionId);
        const session = await db.setAutoTitle({ sessionId, title });
        if (session !== undefined) emit('sessions:changed', [session]);
      } catch {
        // Nobody asked for a title, so nobody is told that there is none.
      } finally {
        clearTimeout(timer);
        if (underWay === controller) underWay = null;
      }
    },
    cancel,
  };
}
