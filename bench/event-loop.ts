import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChatService } from '../src/main/chat/chat-service.ts';
import { openConnection } from '../src/main/db/database.ts';
import type { AsyncDatabase, Database } from '../src/main/db/interface.ts';
import { createDatabase } from '../src/main/db/repository.ts';
import { openDatabaseClient } from '../src/main/db/thread/client.ts';
import { callNames } from '../src/main/db/thread/wire.ts';
import { createOllamaClient } from '../src/main/ollama/ollama-client.ts';
import { createTextSource } from './conversation-text.ts';
import { type EventLoopDelay, probeEventLoop, threadCpuMs } from './event-loop-probe.ts';

export interface EventLoopOptions {
  /** The source or built file of the database thread. */
  readonly workerPath: string;
  /** A server that streams an answer longer than the whole measurement; it must run in another process. */
  readonly ollamaAddress: string;
  /** Turns to insert: each is a question with an answer, so two messages. */
  readonly turnCount: number;
  /** How many of the inserting calls wait for their answer at once. */
  readonly inFlight: number;
  /** Where the databases go; absent: the folder for temporary files. */
  readonly folder?: string;
}

export interface EventLoopPhase {
  readonly name: string;
  readonly durationMs: number;
  /** Work of this thread itself, whatever else the machine does; null before Node 23.9. */
  readonly cpuMs: number | null;
  readonly messages: number;
  /** Events of the streamed answer that went to the window meanwhile. */
  readonly deltas: number;
  readonly delay: EventLoopDelay;
}

const quietMs = 3_000;
const sessionCount = 20;

/**
 * How late the calling thread (in Electron the one that routes every key press) comes to its work: at rest, while an
 * answer is streamed, and while messages are inserted too, with SQLite in its thread and with SQLite in this one.
 */
export async function measureEventLoop(options: EventLoopOptions): Promise<readonly EventLoopPhase[]> {
  const folder = mkdtempSync(join(options.folder ?? tmpdir(), 'parlor-event-loop-'));
  try {
    const idle = await measure('idle', async () => ({ messages: 0, deltas: 0 }), quietMs);
    const client = await openDatabaseClient({
      workerPath: options.workerPath,
      databasePath: join(folder, 'thread.sqlite'),
    });
    const stream = await measure('streaming', () =>
      streamFor(client.db, options, () => pause(quietMs).then(() => 0)),
    );
    const thread = await measure('streaming + inserting, database thread', () =>
      streamFor(client.db, options, () => insertTurns(client.db, options)),
    );
    await client.close();

    const database = createDatabase(openConnection(join(folder, 'same.sqlite')));
    const db = inSameThread(database);
    const same = await measure('streaming + inserting, SQLite in this thread', () =>
      streamFor(db, options, () => insertTurns(db, options)),
    );
    database.close();
    return [idle, stream, thread, same];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  name: string,
  run: () => Promise<{ readonly messages: number; readonly deltas: number }>,
  atLeastMs = 0,
): Promise<EventLoopPhase> {
  // What the phase before left to be cleaned up or compiled is not this phase's.
  await pause(300);
  const start = performance.now();
  const cpuStart = threadCpuMs();
  const stop = probeEventLoop();
  const counts = await run();
  await pause(Math.max(0, atLeastMs - (performance.now() - start)));
  const cpuEnd = threadCpuMs();
  const cpuMs = cpuStart === null || cpuEnd === null ? null : cpuEnd - cpuStart;
  return { name, durationMs: performance.now() - start, cpuMs, ...counts, delay: stop() };
}

/** Streams an answer through the real chat service for as long as `work` takes. */
async function streamFor(
  db: AsyncDatabase,
  { ollamaAddress }: EventLoopOptions,
  work: () => Promise<number>,
): Promise<{ readonly messages: number; readonly deltas: number }> {
  let deltas = 0;
  const ollama = createOllamaClient({ address: ollamaAddress });
  const chat = createChatService({
    db,
    ollama: () => ollama,
    defaultModel: async () => 'parlor-demo:latest',
    knownModel: () => null,
    ollamaVersion: () => null,
    sendsThinking: () => false,
    remembersPrompts: () => false,
    emit(name, payload) {
      // Sending to a window costs main a copy of the payload.
      structuredClone(payload);
      if (name === 'chat:delta') deltas += 1;
    },
    now: Date.now,
  });
  const sessionId = await createSession(db);
  await chat.send({
    sessionId,
    parentId: null,
    userMessageId: `u-${sessionId}`,
    text: 'Tell me everything.',
    attachmentIds: [],
    replies: [{ replyId: `r-${sessionId}`, model: null, parameters: {} }],
  });
  const messages = await work();
  await chat.stopAndWait(sessionId);
  await chat.close();
  return { messages, deltas };
}

let lastSession = 0;

async function createSession(db: AsyncDatabase): Promise<string> {
  lastSession += 1;
  const session = await db.createSession({
    id: lastSession.toString(16).padStart(10, '0'),
    projectId: null,
    model: 'parlor-demo:latest',
    isModelChecked: true,
    systemPrompt: '',
    parameters: {},
    at: Date.now(),
  });
  return session.id;
}

/** Inserts the turns into some sessions in turn, `inFlight` calls at a time. Returns the number of messages. */
async function insertTurns(db: AsyncDatabase, { turnCount, inFlight }: EventLoopOptions): Promise<number> {
  const text = createTextSource(1);
  const sessions: { id: string; leafId: string | null }[] = [];
  for (let count = 0; count < sessionCount; count += 1) {
    sessions.push({ id: await createSession(db), leafId: null });
  }
  let next = 0;

  async function lane(): Promise<void> {
    while (next < turnCount) {
      const turn = next;
      next += 1;
      const session = sessions[turn % sessions.length];
      if (session === undefined) return;
      const replyId = `r-${session.id}-${turn}`;
      const at = Date.now();
      const parentId = session.leafId;
      session.leafId = replyId;
      await db.insertTurn({
        sessionId: session.id,
        parentId,
        userMessageId: `u-${session.id}-${turn}`,
        text: text.question(),
        attachmentIds: [],
        remembers: false,
        replies: [{ replyId, model: 'parlor-demo:latest' }],
        at,
      });
      await db.finishReply({
        replyId,
        status: 'complete',
        error: null,
        isUnread: false,
        content: text.answer(),
        thinking: '',
        usage: {
          promptTokens: 400,
          replyTokens: 300,
          loadMs: 1,
          promptEvalMs: 100,
          evalMs: 3_000,
          totalMs: 3_200,
          firstTokenMs: 150,
          thinkingMs: null,
          doneReason: 'stop',
        },
        at,
      });
    }
  }

  await Promise.all(Array.from({ length: inFlight }, lane));
  return turnCount * 2;
}

/** The same calls in the calling thread, each as work of its own, as requests of a window would come. */
function inSameThread(database: Database): AsyncDatabase {
  const calls = callNames.map((name) => {
    const call = database[name] as (input: unknown) => unknown;
    return [
      name,
      async (input: unknown) => {
        await new Promise((resolve) => setImmediate(resolve));
        return call(input);
      },
    ];
  });
  return Object.fromEntries(calls) as AsyncDatabase;
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
