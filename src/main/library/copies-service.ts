import type { Emit, RequestInput } from '#shared/contract/index.ts';
import type { SessionPart } from '#shared/contract/messages.ts';
import { titleLimit } from '#shared/contract/sessions.ts';
import { type Session, type SessionId, summaryOf, titleFromText } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import { newId } from './ids.ts';
import type { RunningReplies } from './running-replies.ts';

/** Some 10 ms of the database thread. */
const messagesPerCall = 100;

export interface CopiesServiceOptions {
  readonly db: AsyncDatabase;
  readonly replies: Pick<RunningReplies, 'busy'>;
  /** Erases a copy that could not be finished. */
  readonly sweep: () => Promise<void>;
  readonly emit: Emit;
  readonly now: () => number;
}

/** Each with the mark that its title gets. */
const partTitles = {
  head: text.main.headTitle,
  tail: text.main.tailTitle,
  selection: text.main.selectionTitle,
} as const satisfies Record<SessionPart['kind'], (title: string) => string>;

export interface CopiesService {
  /** Errors: not-found; busy while it is answering. */
  duplicate(input: RequestInput<'sessions:duplicate'>): Promise<Session>;
  /** Errors: not-found, also for a message that is not on the shown branch; busy while it is answering. */
  copyPart(input: RequestInput<'messages:copy-part'>): Promise<Session>;
  /** Errors: not-found; busy while one of them is answering; invalid-input for one session twice. */
  merge(input: RequestInput<'sessions:merge'>): Promise<Session>;
}

/** A copy is written in chunks into a session that nobody sees, and shown by one last transaction. */
export function createCopiesService(options: CopiesServiceOptions): CopiesService {
  const { db, emit, now } = options;

  async function copy(
    sourceIds: readonly SessionId[],
    title: string,
    within: RequestInput<'sessions:duplicate'>['within'],
    part?: SessionPart,
  ): Promise<Session> {
    const answering = options.replies.busy().find((sessionId) => sourceIds.includes(sessionId));
    if (answering !== undefined) throw new AppError({ code: 'busy', details: { sessionId: answering } });
    const isMerge = sourceIds.length > 1;
    const isPart = part !== undefined;
    const copyId = newId();
    const begun = await db.beginCopy({ copyId, sourceIds, isPart, title, within, at: now() });
    try {
      const { keys, shifts } = await db.listCopyOrder({ sourceIds, ...(isPart && { part }) });
      for (let first = 0; first < keys.length; first += messagesPerCall) {
        await db.appendCopies({
          copyId,
          sourceIds,
          keys: keys.slice(first, first + messagesPerCall),
          chain: isMerge || isPart ? { firstSequence: first + 1, shifts } : null,
        });
      }
      return await db.finishCopy({
        copyId,
        sourceIds,
        isPart,
        ...begun,
        trashSources: isMerge,
        at: now(),
      });
    } catch (thrown) {
      await db.abandonCopy({ copyId }).then(options.sweep, () => undefined);
      throw thrown;
    }
  }

  async function titleOf(sessionId: SessionId, within?: RequestInput<'sessions:duplicate'>['within']) {
    const { title, preview } = await db.getSession({ sessionId, within });
    return title === '' ? titleFromText(preview) : title;
  }

  return {
    async duplicate({ sessionId, within }) {
      const title = await titleOf(sessionId, within);
      const session = await copy([sessionId], marked(title, text.main.copiedTitle), within);
      emit('sessions:changed', [summaryOf(session)]);
      emit('projects:changed', null);
      return session;
    },

    async copyPart({ sessionId, part, within }) {
      const title = marked(await titleOf(sessionId, within), partTitles[part.kind]);
      const session = await copy([sessionId], title, within, part);
      emit('sessions:changed', [summaryOf(session)]);
      emit('projects:changed', null);
      return session;
    },

    async merge({ sessionIds }) {
      const [first, second] = sessionIds;
      if (first === second) {
        const problem = 'a session cannot be merged with itself';
        throw new AppError({ code: 'invalid-input', details: { request: 'sessions:merge', problem } });
      }
      const other = await titleOf(second);
      const title = marked(await titleOf(first), (own) => text.main.mergedTitle(own, other));
      const session = await copy([first, second], title, undefined);
      emit('sessions:changed', [summaryOf(session)]);
      emit('sessions:removed', sessionIds);
      emit('projects:changed', null);
      emit('trash:changed', null);
      return session;
    },
  };
}

/** A session without a title has nothing to be marked. */
function marked(title: string, mark: (title: string) => string): string {
  return title === '' ? '' : Array.from(mark(title)).slice(0, titleLimit).join('');
}
