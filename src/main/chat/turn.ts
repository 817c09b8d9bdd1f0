import type { Emit } from '#shared/contract/index.ts';
import type { Message, MessageId, MessageStatus, SessionId, SessionSummary } from '#shared/domain.ts';
import { AppError, type ErrorReport, toErrorReport } from '#shared/errors.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { ChatRequest, ChatStatistics, OllamaClient } from '../ollama/interface.ts';
import { addUsage } from './add-usage.ts';
import { createDeltaBatcher, type TextRun } from './delta-batcher.ts';
import { createReplyJournal } from './reply-journal.ts';
import { startTurnClock } from './turn-clock.ts';

const flushIntervalMs = 40;
/** With the time of the write itself this stays under the half second that a kill may cost. */
const journalIntervalMs = 350;
const saveRetryMs = 2_000;

export interface TurnOptions {
  readonly db: AsyncDatabase;
  readonly ollama: OllamaClient;
  readonly emit: Emit;
  readonly now: () => number;
  readonly sessionId: SessionId;
  readonly replyId: MessageId;
  /** Reads what is to be sent, and keeps that with the answer. */
  readonly prepare: () => Promise<ChatRequest>;
  /** Of an answer that is continued: what there is of it. */
  readonly earlier: Pick<Message, 'content' | 'thinking' | 'usage'> | null;
  /** Whether the session is on the screen: an answer that ends elsewhere makes it unread. */
  readonly isWatched: () => boolean;
  /** Called once the end of the turn is in the database. */
  readonly onEnded: (rows: { readonly reply: Message; readonly session: SessionSummary | null }) => void;
}

/** Why a turn is ended from our side. */
type EndReason = 'stopped' | 'quitting';

export interface Turn {
  readonly sessionId: SessionId;
  readonly replyId: MessageId;
  /** Everything received so far, journalled or not. */
  readonly text: () => { readonly content: string; readonly thinking: string };
  /** Closes the connection. The text received so far is kept. */
  readonly end: (reason: EndReason) => void;
  /** Settles once the end of the turn is in the database, or the database is gone. Never rejects. */
  readonly finished: Promise<void>;
}

interface Outcome {
  readonly status: Exclude<MessageStatus, 'streaming'>;
  readonly error: ErrorReport | null;
}

/**
 * One answer after its row is written: request, stream, journal, end. It depends on no window: whatever is shown, the
 * answer goes on and ends in the database.
 */
export function startTurn(options: TurnOptions): Turn {
  const { db, emit, sessionId, replyId, earlier } = options;
  const controller = new AbortController();
  const clock = startTurnClock(options.now);
  const received = { content: earlier?.content ?? '', thinking: earlier?.thinking ?? '' };
  const emitted = { content: received.content.length, thinking: received.thinking.length };
  let statistics: ChatStatistics | null = null;
  let endReason: EndReason | undefined;
  let savingError: ErrorReport | null = null;

  const batcher = createDeltaBatcher({
    flushIntervalMs,
    onFlush(runs) {
      for (const { kind, text } of runs) {
        emit('chat:delta', { sessionId, replyId, kind, offset: emitted[kind], text });
        emitted[kind] += text.length;
      }
    },
  });
  const journal = createReplyJournal({
    intervalMs: journalIntervalMs,
    append: (text) => db.appendReplyText({ replyId, ...text }),
    onWritten: reportSaving,
  });

  /** Tells the window when saving starts to fail, fails otherwise, or works again: once each. */
  function reportSaving(error: ErrorReport | null): void {
    if (error?.code === savingError?.code) return;
    savingError = error;
    emit('chat:journal', { sessionId, replyId, error });
  }

  function take(run: TextRun): void {
    clock.saw(run.kind);
    received[run.kind] += run.text;
    batcher.add(run);
    journal.add(run);
  }

  async function converse(): Promise<Outcome> {
    try {
      const request = await options.prepare();
      for await (const piece of options.ollama.streamChat(request, controller.signal)) {
        if (piece.kind === 'done') statistics = piece.statistics;
        else take(piece);
      }
      return { status: 'complete', error: null };
    } catch (thrown) {
      if (endReason === 'stopped') return { status: 'stopped', error: null };
      if (endReason === 'quitting') return { status: 'interrupted', error: null };
      const error = toErrorReport(thrown);
      const wasCut = thrown instanceof AppError && thrown.code === 'connection-cut';
      return { status: wasCut ? 'interrupted' : 'failed', error };
    }
  }

  /** Writes the end of the turn, again and again while the disk is full; gives up only with the program or the thread. */
  async function save(outcome: Outcome): Promise<void> {
    const usage = addUsage(earlier?.usage ?? null, clock.usage(statistics));
    for (;;) {
      try {
        const rows = await db.finishReply({
          replyId,
          ...outcome,
          ...received,
          usage,
          // What the user stopped is no news.
          isUnread: outcome.status !== 'stopped' && !options.isWatched(),
          at: options.now(),
        });
        reportSaving(null);
        options.onEnded(rows);
        return;
      } catch (thrown) {
        const error = toErrorReport(thrown);
        reportSaving(error);
        if (error.code === 'database-stopped' || error.code === 'not-found' || endReason === 'quitting')
          return;
        await new Promise((resolve) => setTimeout(resolve, saveRetryMs));
      }
    }
  }

  async function run(): Promise<void> {
    const outcome = await converse();
    batcher.flush();
    await journal.close();
    await save(outcome);
  }

  return {
    sessionId,
    replyId,
    text: () => ({ ...received }),
    end(reason) {
      endReason ??= reason;
      if (reason === 'quitting') endReason = reason;
      controller.abort();
    },
    finished: run(),
  };
}
