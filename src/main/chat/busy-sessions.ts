import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { Turn } from './turn.ts';

/** A session is busy from the moment a request for it is accepted; its turns exist once their rows do. */
export interface BusySession {
  readonly turns: Map<MessageId, Turn>;
  /** Answers of this round that have ended. */
  readonly ended: Message[];
  /** Those that were to be stopped before their turns had begun. */
  readonly stopWanted: Set<MessageId | 'all'>;
  /** Settles when the turns have begun or the request was refused. */
  begun: Promise<unknown>;
}

export interface BusySessions {
  /**
   * Runs `begin` for a session that nobody else may ask meanwhile; it stays busy as long as it has turns. Error: busy.
   */
  reserve<Value>(sessionId: SessionId, begin: (entry: BusySession) => Promise<Value>): Promise<Value>;
  get(sessionId: SessionId): BusySession | undefined;
  /** Frees the session with its last turn; gives the answers of the round then. */
  turnEnded(sessionId: SessionId, entry: BusySession, replyId: MessageId): readonly Message[] | null;
  ids(): readonly SessionId[];
  entries(): readonly BusySession[];
  turns(): readonly Turn[];
  /** Nothing new may begin. */
  close(): void;
  isClosed(): boolean;
}

/** Alone knows which sessions are answering. */
export function createBusySessions(): BusySessions {
  const busy = new Map<SessionId, BusySession>();
  let isClosed = false;

  return {
    async reserve(sessionId, begin) {
      if (busy.has(sessionId) || isClosed) throw new AppError({ code: 'busy', details: { sessionId } });
      const entry: BusySession = {
        turns: new Map(),
        ended: [],
        stopWanted: new Set(),
        begun: Promise.resolve(),
      };
      busy.set(sessionId, entry);
      const begun = begin(entry);
      entry.begun = begun.catch(() => undefined);
      try {
        return await begun;
      } finally {
        if (entry.turns.size === 0 && busy.get(sessionId) === entry) busy.delete(sessionId);
      }
    },

    get: (sessionId) => busy.get(sessionId),

    turnEnded(sessionId, entry, replyId) {
      if (!entry.turns.delete(replyId) || entry.turns.size > 0) return null;
      if (busy.get(sessionId) === entry) busy.delete(sessionId);
      return entry.ended;
    },

    ids: () => [...busy.keys()],
    entries: () => [...busy.values()],
    turns: () => [...busy.values()].flatMap(({ turns }) => [...turns.values()]),
    close() {
      isClosed = true;
    },
    isClosed: () => isClosed,
  };
}
