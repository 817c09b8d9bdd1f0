import type { Emit, RequestInput } from '#shared/contract/index.ts';
import type { QueuedMessage } from '#shared/contract/queue.ts';
import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import { AppError, type ErrorCode, toErrorReport } from '#shared/errors.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { ChatService } from './chat-service.ts';

export interface QueueServiceOptions {
  readonly db: AsyncDatabase;
  readonly chat: Pick<ChatService, 'sendNext' | 'busy'>;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface QueueService {
  add(input: RequestInput<'queue:add'>): Promise<void>;
  change(input: RequestInput<'queue:change'>): Promise<void>;
  hold(input: RequestInput<'queue:hold'>): Promise<void>;
  remove(input: RequestInput<'queue:remove'>): Promise<void>;
  restore(input: RequestInput<'queue:restore'>): Promise<void>;
  resume(input: RequestInput<'queue:resume'>): Promise<void>;
  /** The page is gone, and whoever changed a message with it. What waited only for that goes on waiting until it is asked for. */
  forgetHolds(): void;
  /** Sends the next message of a session whose answers have all come to their ends. */
  sessionFreed(sessionId: SessionId, ended: readonly Message[]): Promise<void>;
}

/** Nobody needs to hear that somebody else asks already, or that the session went to the trash. */
const harmless: ReadonlySet<ErrorCode> = new Set(['busy', 'not-found']);

/**
 * The messages that wait in each session. Whether they go by themselves is decided when an answer ends, and by that
 * answer alone: one that was stopped or failed leaves them waiting, and so does a restart.
 */
export function createQueueService({ db, chat, emit, now }: QueueServiceOptions): QueueService {
  /** The message of a session that a person is changing. */
  const held = new Map<SessionId, MessageId>();
  /** Sessions whose next message waits for nothing but that. */
  const due = new Set<SessionId>();

  function tell(sessionId: SessionId, queue: readonly QueuedMessage[]): void {
    emit('queue:changed', { sessionId, queue });
  }

  /** What cannot be sent stays where it is; it is tried again when somebody asks for that, or after the next answer. */
  async function sendByItself(sessionId: SessionId): Promise<void> {
    try {
      await chat.sendNext(sessionId);
    } catch (thrown) {
      const report = toErrorReport(thrown);
      if (!harmless.has(report.code)) emit('app:problem', report);
    }
  }

  return {
    async add(input) {
      const { sessionId } = input;
      // Asked before it is written: if this answer is stopped meanwhile, the message is to wait.
      const wasBusy = chat.busy().includes(sessionId);
      const queue = await db.addQueued({ ...input, at: now() });
      tell(sessionId, queue);
      if (!wasBusy && queue.length === 1) await sendByItself(sessionId);
    },

    async change(input) {
      tell(input.sessionId, await db.changeQueued(input));
    },

    async hold({ sessionId, id }) {
      if (id !== null) {
        held.set(sessionId, id);
        return;
      }
      held.delete(sessionId);
      if (due.delete(sessionId)) await sendByItself(sessionId);
    },

    async remove(input) {
      tell(input.sessionId, await db.removeQueued({ ...input, at: now() }));
    },

    async restore(input) {
      tell(input.sessionId, await db.restoreQueued(input));
    },

    async resume({ sessionId }) {
      due.delete(sessionId);
      try {
        await chat.sendNext(sessionId);
      } catch (thrown) {
        // Then it is on its way already.
        if (!(thrown instanceof AppError && thrown.code === 'busy')) throw thrown;
      }
    },

    forgetHolds() {
      held.clear();
      due.clear();
    },

    async sessionFreed(sessionId, ended) {
      due.delete(sessionId);
      if (!ended.every(({ status }) => status === 'complete')) return;
      try {
        // Read first: a session without a queue must not be busy for a moment.
        const [first] = await db.listQueued({ sessionId });
        if (first === undefined) return;
        if (first.id === held.get(sessionId)) {
          due.add(sessionId);
          return;
        }
      } catch {
        // The session is gone, or the database is, which says so itself.
        return;
      }
      await sendByItself(sessionId);
    },
  };
}
