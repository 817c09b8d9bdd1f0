import type { RunningReply } from '#shared/contract/chat.ts';
import type { Emit, RequestInput, RequestOutput } from '#shared/contract/index.ts';
import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { InstalledModel, Message, MessageId, MessagePage, Session, SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { OllamaClient } from '../ollama/interface.ts';
import { startTurn, type Turn } from './turn.ts';

export interface ChatServiceOptions {
  readonly db: AsyncDatabase;
  /** The client of the address in force when a turn starts. */
  readonly ollama: () => OllamaClient;
  /** The model for a session that has none yet; null when there is nothing to choose. */
  readonly defaultModel: () => Promise<string | null>;
  /** What is known of a model, and of the server, without asking. */
  readonly knownModel: (model: string) => InstalledModel | null;
  readonly ollamaVersion: () => string | null;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface ChatService {
  send(input: RequestInput<'chat:send'>): Promise<RequestOutput<'chat:send'>>;
  retry(input: RequestInput<'chat:retry'>): Promise<RequestOutput<'chat:retry'>>;
  /** Closes the connection at once; also an answer that is only about to start is stopped. */
  stop(sessionId: SessionId): void;
  /** The same, and waits until the end of the answer is in the database. */
  stopAndWait(sessionId: SessionId): Promise<void>;
  running(): readonly RunningReply[];
  /** Sessions that are answering, also those whose answer is only about to begin. */
  busy(): readonly SessionId[];
  /** The session on the screen, if any: an answer that ends in another one is unread. */
  watch(sessionId: SessionId | null): void;
  /** Puts what was received but not yet journalled into a message, or the messages of a session, just read. */
  withLiveMessage(message: Message): Promise<Message>;
  withLivePage(page: MessagePage): Promise<MessagePage>;
  withLiveText(opened: OpenedSession): Promise<OpenedSession>;
  /** Ends all turns as interrupted and waits until that is saved. */
  close(): Promise<void>;
}

/** A session is busy from the moment a request for it is accepted; the turn exists once its rows do. */
interface BusySession {
  turn: Turn | null;
  isStopWanted: boolean;
  /** Settles when the turn has begun or its request was refused. */
  begun: Promise<unknown>;
}

/** Starts turns and alone knows which sessions are busy. */
export function createChatService(options: ChatServiceOptions): ChatService {
  const { db, emit, now } = options;
  const busy = new Map<SessionId, BusySession>();
  let isClosed = false;
  let watchedId: SessionId | null = null;

  async function whileReserved<Value>(
    sessionId: SessionId,
    begin: (entry: BusySession) => Promise<Value>,
  ): Promise<Value> {
    if (busy.has(sessionId) || isClosed) throw new AppError({ code: 'busy', details: { sessionId } });
    const entry: BusySession = { turn: null, isStopWanted: false, begun: Promise.resolve() };
    busy.set(sessionId, entry);
    const begun = begin(entry);
    entry.begun = begun.catch(() => undefined);
    try {
      return await begun;
    } finally {
      if (entry.turn === null) busy.delete(sessionId);
    }
  }

  /** The session with a model for sure; a first use of the default model is kept. Error: model-not-chosen. */
  async function sessionWithModel(
    sessionId: SessionId,
  ): Promise<{ readonly session: Session; readonly model: string }> {
    const session = await db.getSession({ sessionId });
    if (session.model !== null) return { session, model: session.model };
    const model = await options.defaultModel();
    if (model === null) throw new AppError({ code: 'model-not-chosen', details: {} });
    const changes = { model, isModelChecked: true };
    return { session: await db.updateSession({ sessionId, changes }), model };
  }

  function begin(
    entry: BusySession,
    session: Session,
    model: string,
    { userMessageId, replyId }: { readonly userMessageId: MessageId; readonly replyId: MessageId },
  ): void {
    const turn = startTurn({
      db,
      ollama: options.ollama(),
      emit,
      now,
      session,
      model,
      knownModel: options.knownModel(model),
      ollamaVersion: options.ollamaVersion(),
      userMessageId,
      replyId,
      isWatched: () => watchedId === session.id,
      onEnded({ reply, session: summary }) {
        // Free first: whoever hears of the end may ask the next question at once.
        busy.delete(session.id);
        emit('chat:ended', { sessionId: session.id, reply });
        if (summary !== null) emit('sessions:changed', [summary]);
      },
    });
    entry.turn = turn;
    emit('chat:started', { sessionId: session.id, replyId });
    if (isClosed) turn.end('quitting');
    else if (entry.isStopWanted) turn.end('stopped');
    // A turn whose end could not be saved ends without `onEnded`.
    void turn.finished.then(() => {
      if (busy.get(session.id) === entry) busy.delete(session.id);
    });
  }

  function turns(): readonly Turn[] {
    return [...busy.values()].flatMap((entry) => entry.turn ?? []);
  }

  async function withLiveMessage(message: Message): Promise<Message> {
    if (message.status !== 'streaming') return message;
    const turn = turns().find((each) => each.replyId === message.id);
    if (turn !== undefined) return { ...message, ...turn.text() };
    // It ended between the reading of the row and now: the row knows more.
    return db.getMessage({ sessionId: message.sessionId, messageId: message.id });
  }

  async function withLivePage(page: MessagePage): Promise<MessagePage> {
    return { ...page, messages: await Promise.all(page.messages.map(withLiveMessage)) };
  }

  function stop(sessionId: SessionId): void {
    const entry = busy.get(sessionId);
    if (entry === undefined) return;
    entry.isStopWanted = true;
    entry.turn?.end('stopped');
  }

  return {
    send: (input) =>
      whileReserved(input.sessionId, async (entry) => {
        const { session, model } = await sessionWithModel(input.sessionId);
        // The rows are written first, so a crash from here on keeps the question.
        const rows = await db.insertTurn({ ...input, model, at: now() });
        emit('sessions:changed', [rows.session]);
        begin(entry, session, model, input);
        return { user: rows.user, reply: rows.reply };
      }),

    retry: (input) =>
      whileReserved(input.sessionId, async (entry) => {
        const { session, model } = await sessionWithModel(input.sessionId);
        const rows = await db.insertReply({ ...input, model, at: now() });
        emit('sessions:changed', [rows.session]);
        begin(entry, session, model, input);
        return { reply: rows.reply };
      }),

    stop,

    async stopAndWait(sessionId) {
      const entry = busy.get(sessionId);
      stop(sessionId);
      await entry?.begun;
      await entry?.turn?.finished;
    },

    busy: () => [...busy.keys()],

    running: () => turns().map(({ sessionId, replyId }) => ({ sessionId, replyId })),

    watch(sessionId) {
      watchedId = sessionId;
    },

    withLiveMessage,

    withLivePage,

    async withLiveText(opened) {
      return { ...opened, page: await withLivePage(opened.page) };
    },

    async close() {
      isClosed = true;
      const entries = [...busy.values()];
      for (const { turn } of entries) turn?.end('quitting');
      await Promise.all(entries.map((entry) => entry.begun));
      await Promise.all(entries.map((entry) => entry.turn?.finished));
    },
  };
}
