import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BehaviourChoice, type DemoServer, startDemoServer } from '#demo-server/demo-server.ts';
import type { Emit, EventName, EventPayload } from '#shared/contract/index.ts';
import type { SessionId } from '#shared/domain.ts';
import type { AsyncDatabase } from '../../db/interface.ts';
import { workerPath } from '../../db/testing/fixtures.ts';
import { openDatabaseClient } from '../../db/thread/client.ts';
import { createModelsService } from '../../models/models-service.ts';
import { createOllamaClient } from '../../ollama/ollama-client.ts';
import { type ChatService, type ChatServiceOptions, createChatService } from '../chat-service.ts';

type Emitted = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> };
}[EventName];

/** A chat service on a real database file and a real demo server; every event it emits can be looked at or waited for. */
export interface ChatBench {
  readonly db: AsyncDatabase;
  readonly server: DemoServer;
  readonly chat: ChatService;
  readonly databasePath: string;
  newSession(input?: { readonly model?: string | null; readonly systemPrompt?: string }): Promise<SessionId>;
  /** For services beside the chat. */
  readonly emit: Emit;
  /** Of all events so far, in their order. */
  names(): readonly EventName[];
  events<Name extends EventName>(name: Name): readonly EventPayload<Name>[];
  /** The first event of that name that fits, past ones included. */
  waitFor<Name extends EventName>(
    name: Name,
    fits?: (payload: EventPayload<Name>) => boolean,
  ): Promise<EventPayload<Name>>;
  dispose(): Promise<void>;
}

export async function startChatBench(
  options: {
    readonly behaviour?: BehaviourChoice;
    readonly ollamaAddress?: string;
    readonly sendsThinking?: boolean;
    readonly onFree?: ChatServiceOptions['onFree'];
    readonly wrapDatabase?: (db: AsyncDatabase) => AsyncDatabase;
  } = {},
): Promise<ChatBench> {
  const folder = await mkdtemp(join(tmpdir(), 'parlor-chat-'));
  const databasePath = join(folder, 'parlor.db');
  const database = await openDatabaseClient({ workerPath, databasePath });
  const server = await startDemoServer({
    tokensPerSecond: Number.POSITIVE_INFINITY,
    ...(options.behaviour && { behaviour: options.behaviour }),
  });
  const ollama = createOllamaClient({ address: options.ollamaAddress ?? server.address });
  const models = createModelsService({ client: () => ollama, preferredModel: () => '' });
  // Main has asked before the first turn; here some servers are away.
  await models.list().catch(() => []);
  const emitted: Emitted[] = [];
  const waiters = new Set<() => void>();
  const emit: Emit = (name, payload) => {
    emitted.push({ name, payload } as Emitted);
    for (const look of waiters) look();
  };
  const db = options.wrapDatabase?.(database.db) ?? database.db;
  const chat = createChatService({
    db,
    ollama: () => ollama,
    defaultModel: async () => (await ollama.listModels())[0]?.name ?? null,
    knownModel: models.known,
    ollamaVersion: () => null,
    sendsThinking: () => options.sendsThinking ?? false,
    remembersPrompts: () => true,
    ...(options.onFree && { onFree: options.onFree }),
    emit,
    now: Date.now,
  });
  let sessionCount = 0;

  function events<Name extends EventName>(name: Name): EventPayload<Name>[] {
    return emitted.flatMap((event) => (event.name === name ? [event.payload as EventPayload<Name>] : []));
  }

  return {
    db,
    server,
    chat,
    databasePath,
    async newSession({ model = 'parlor-demo:latest', systemPrompt = '' } = {}) {
      sessionCount += 1;
      const id = sessionCount.toString(16).padStart(10, '0');
      await db.createSession({
        id,
        projectId: null,
        model,
        isModelChecked: true,
        systemPrompt,
        parameters: {},
        at: 1,
      });
      return id;
    },
    emit,
    names: () => emitted.map(({ name }) => name),
    events,
    waitFor(name, fits = () => true) {
      return new Promise((resolve) => {
        const look = () => {
          const found = events(name).find(fits);
          if (found === undefined) return;
          waiters.delete(look);
          resolve(found);
        };
        waiters.add(look);
        look();
      });
    },
    async dispose() {
      await chat.close();
      await server.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
