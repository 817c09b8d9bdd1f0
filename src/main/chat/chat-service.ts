import { randomUUID } from 'node:crypto';
import type { ReplyBasis, RunningReply, WantedReply } from '#shared/contract/chat.ts';
import type { Emit, RequestInput, RequestOutput } from '#shared/contract/index.ts';
import type { InstalledModel, Message, MessageId, Session, SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { AsyncDatabase, NewReply } from '../db/interface.ts';
import type { OllamaClient } from '../ollama/interface.ts';
import { type BusySession, createBusySessions } from './busy-sessions.ts';
import { createLiveText, type LiveText } from './live-text.ts';
import { readProvenance } from './read-provenance.ts';
import { refuseUnrepeatable } from './refuse-unrepeatable.ts';
import { createReplyModels, type NamedReply } from './reply-models.ts';
import { startTurn, type TurnOptions } from './turn.ts';
import { type KnownServer, prepareContinuation, prepareReply } from './turn-context.ts';

export interface ChatServiceOptions {
  readonly db: AsyncDatabase;
  /** The client of the address in force when a turn starts. */
  readonly ollama: () => OllamaClient;
  /** The model for a session that has none yet; null when there is nothing to choose. */
  readonly defaultModel: () => Promise<string | null>;
  /** What is known of a model, and of the server, without asking. */
  readonly knownModel: (model: string) => InstalledModel | null;
  readonly ollamaVersion: () => string | null;
  /** Settings in force when a turn starts. */
  readonly sendsThinking: () => boolean;
  readonly remembersPrompts: () => boolean;
  /** Called when a session is free again, with the answers that have just ended in it. */
  readonly onFree?: (sessionId: SessionId, ended: readonly Message[]) => void;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface ChatService extends LiveText {
  send(input: RequestInput<'chat:send'>): Promise<RequestOutput<'chat:send'>>;
  /** Sends the first message that waits in a session, if any. Errors as for chat:send; then it waits on. */
  sendNext(sessionId: SessionId): Promise<void>;
  retry(input: RequestInput<'chat:retry'>): Promise<RequestOutput<'chat:retry'>>;
  continue(input: RequestInput<'chat:continue'>): Promise<RequestOutput<'chat:continue'>>;
  provenance(input: RequestInput<'messages:provenance'>): Promise<RequestOutput<'messages:provenance'>>;
  /** Closes the connection at once; also an answer that is only about to start is stopped. Null: all of the session. */
  stop(sessionId: SessionId, replyId: MessageId | null): void;
  /** The same, and waits until the end of the answer is in the database. */
  stopAndWait(sessionId: SessionId): Promise<void>;
  running(): readonly RunningReply[];
  /** Sessions that are answering, also those whose answer is only about to begin. */
  busy(): readonly SessionId[];
  /** The session on the screen, if any: an answer that ends in another one is unread. */
  watch(sessionId: SessionId | null): void;
  /** Ends all turns as interrupted and waits until that is saved. */
  close(): Promise<void>;
}

/** Starts turns. */
export function createChatService(options: ChatServiceOptions): ChatService {
  const { db, emit, now } = options;
  const busy = createBusySessions();
  const models = createReplyModels(db, options.defaultModel);
  let watchedId: SessionId | null = null;

  function known(model: string): KnownServer {
    return {
      model: options.knownModel(model),
      ollamaAddress: options.ollama().address,
      ollamaVersion: options.ollamaVersion(),
    };
  }

  function begin(
    entry: BusySession,
    {
      sessionId,
      replyId,
      prepare,
      earlier,
    }: Pick<TurnOptions, 'sessionId' | 'replyId' | 'prepare' | 'earlier'>,
  ): void {
    const turn = startTurn({
      db,
      ollama: options.ollama(),
      emit,
      now,
      sessionId,
      replyId,
      prepare,
      earlier,
      isWatched: () => watchedId === sessionId,
      onEnded({ reply, session: summary }) {
        // Free first: whoever hears of the end may ask the next question at once.
        entry.ended.push(reply);
        const ended = busy.turnEnded(sessionId, entry, replyId);
        emit('chat:ended', { sessionId, reply });
        if (summary !== null) emit('sessions:changed', [summary]);
        if (ended !== null) options.onFree?.(sessionId, ended);
      },
    });
    entry.turns.set(replyId, turn);
    emit('chat:started', { sessionId, replyId });
    if (busy.isClosed()) turn.end('quitting');
    else if (entry.stopWanted.has('all') || entry.stopWanted.has(replyId)) turn.end('stopped');
    // A turn whose end could not be saved ends without `onEnded`.
    void turn.finished.then(() => busy.turnEnded(sessionId, entry, replyId));
  }

  function stop(sessionId: SessionId, replyId: MessageId | null): void {
    const entry = busy.get(sessionId);
    if (entry === undefined) return;
    entry.stopWanted.add(replyId ?? 'all');
    for (const turn of entry.turns.values())
      if (replyId === null || turn.replyId === replyId) turn.end('stopped');
  }

  return {
    send: (input) =>
      busy.reserve(input.sessionId, async (entry) => {
        const { session, replies } = await models.named(input.sessionId, input.replies);
        // The rows are written first, so a crash from here on keeps the question.
        const remembers = options.remembersPrompts();
        const rows = await db.insertTurn({ ...input, replies: rowsOf(replies), remembers, at: now() });
        emit('sessions:changed', [rows.session]);
        for (const reply of replies)
          beginReply(entry, session, input.userMessageId, reply, { kind: 'branch' });
        return { user: rows.user, replies: rows.replies };
      }),

    sendNext: (sessionId) =>
      busy.reserve(sessionId, async (entry) => {
        const remembers = options.remembersPrompts();
        // One taken out between reading and sending makes the next one the first.
        for (;;) {
          const [first] = await db.listQueued({ sessionId });
          if (first === undefined) return;
          const wanted = first.replies.map((reply): WantedReply => ({ ...reply, replyId: randomUUID() }));
          const { session, replies } = await models.named(sessionId, wanted);
          const turn = { sessionId, userMessageId: first.id, replies: rowsOf(replies), remembers, at: now() };
          const rows = await db.sendQueued(turn);
          if (rows === null) continue;
          const { user, queue } = rows;
          emit('chat:asked', { user, replies: rows.replies });
          emit('queue:changed', { sessionId, queue });
          emit('sessions:changed', [rows.session]);
          for (const reply of replies) beginReply(entry, session, user.id, reply, { kind: 'branch' });
          return;
        }
      }),

    retry: (input) =>
      busy.reserve(input.sessionId, async (entry) => {
        const { sessionId, userMessageId, basis } = input;
        const { session, replies } = await models.named(sessionId, input.replies);
        await refuseUnrepeatable(db, input);
        const rows = await db.insertReplies({
          sessionId,
          userMessageId,
          replies: rowsOf(replies),
          at: now(),
        });
        emit('sessions:changed', [rows.session]);
        for (const reply of replies) beginReply(entry, session, userMessageId, reply, basis);
        return { replies: rows.replies };
      }),

    continue: ({ sessionId, messageId }) =>
      busy.reserve(sessionId, async (entry) => {
        const session = await db.getSession({ sessionId });
        const model =
          (await db.getMessage({ sessionId, messageId })).model ?? (await models.withModel(session)).model;
        if (model === null) throw new AppError({ code: 'model-not-chosen', details: {} });
        const {
          reply,
          usage,
          session: summary,
        } = await db.continueReply({
          sessionId,
          replyId: messageId,
          at: now(),
        });
        emit('sessions:changed', [summary]);
        const sendsThinking = options.sendsThinking();
        begin(entry, {
          sessionId,
          replyId: messageId,
          prepare: () =>
            prepareContinuation(db, { session, reply, model, known: known(model), sendsThinking }),
          earlier: { ...reply, usage },
        });
        return { reply };
      }),

    provenance: (input) => readProvenance(db, options.knownModel, input),

    stop,

    async stopAndWait(sessionId) {
      const entry = busy.get(sessionId);
      stop(sessionId, null);
      await entry?.begun;
      await Promise.all([...(entry?.turns.values() ?? [])].map(({ finished }) => finished));
    },

    busy: busy.ids,

    running: () => busy.turns().map(({ sessionId, replyId }) => ({ sessionId, replyId })),

    watch(sessionId) {
      watchedId = sessionId;
    },

    ...createLiveText(db, busy),

    async close() {
      busy.close();
      const entries = busy.entries();
      for (const turn of busy.turns()) turn.end('quitting');
      await Promise.all(entries.map((entry) => entry.begun));
      await Promise.all(busy.turns().map(({ finished }) => finished));
    },
  };

  function beginReply(
    entry: BusySession,
    session: Session,
    userMessageId: MessageId,
    { replyId, model, parameters }: NamedReply,
    basis: ReplyBasis,
  ): void {
    const wanted = {
      session,
      model,
      parameters,
      basis,
      userMessageId,
      sendsThinking: options.sendsThinking(),
      known: known(model),
    };
    begin(entry, {
      sessionId: session.id,
      replyId,
      prepare: () => prepareReply(db, replyId, wanted),
      earlier: null,
    });
  }
}

function rowsOf(
  replies: readonly { readonly replyId: MessageId; readonly model: string }[],
): readonly NewReply[] {
  return replies.map(({ replyId, model }) => ({ replyId, model }));
}
