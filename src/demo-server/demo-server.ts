/**
 * A real HTTP server that speaks Ollama's API on a loopback port, with canned answers. Parlor's own demo runs on it,
 * and every test that needs Ollama: `node src/demo-server/main.ts --port 11434` starts it by hand.
 * It depends on nothing but Node, so that it can be bundled into the program.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Behaviour } from './behaviours.ts';
import { type DemoModel, demoModels } from './catalogue.ts';
import { answerRequest } from './endpoints.ts';
import { createGates } from './gates.ts';
import { createLoadedModels } from './loaded-models.ts';
import { readRequest } from './read-request.ts';
import { createRequestLog, type DemoRequest } from './request-log.ts';

/** One behaviour for all requests, or a choice for each (by `request.model`, `request.prompt`, `request.path`). */
export type BehaviourChoice = Behaviour | ((request: DemoRequest) => Behaviour);

export interface DemoServerOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Absent: good answers. */
  readonly behaviour?: BehaviourChoice;
  /** Speed of all answers that choose none themselves; 60 when absent, Infinity = no waiting. */
  readonly tokensPerSecond?: number;
  readonly models?: readonly DemoModel[];
  /** What /api/version tells. Self-built servers say `0.0.0`. */
  readonly version?: string;
  /** True: /api/tags tells no capabilities, as before Ollama 0.30. */
  readonly isOldServer?: boolean;
}

export interface DemoServer {
  /** `http://127.0.0.1:port` */
  readonly address: string;
  readonly port: number;
  /** Everything received so far, oldest first; the entries change while they are answered. */
  readonly requests: readonly DemoRequest[];
  /** For requests that come from now on. */
  setBehaviour(behaviour: BehaviourChoice): void;
  setModels(models: readonly DemoModel[]): void;
  /** Lets `count` (1) waiting or coming pieces through a gate; Infinity opens it for good. */
  release(count?: number, gate?: string): void;
  /** Takes back the releases nobody used yet. */
  shut(gate?: string): void;
  /** The `nth` (first) request to a path, past ones included. */
  waitForRequest(path: string, nth?: number): Promise<DemoRequest>;
  /** The `nth` (first) request whose connection the client closed before the answer was complete. */
  waitForDisconnect(path?: string, nth?: number): Promise<DemoRequest>;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/** Starts the server on the loopback interface. Rejects when the port is taken (EADDRINUSE). */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const log = createRequestLog();
  const gates = createGates();
  const loaded = createLoadedModels();
  const sockets = new Set<Socket>();
  let behaviour: BehaviourChoice = options.behaviour ?? { kind: 'answer' };
  let models = options.models ?? demoModels;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    const request = await readRequest(incoming).catch(() => null);
    if (request === null) return;
    response.on('close', () => {
      request.isClosedByClient = !request.isAnswered;
      gone.abort(new Error('the client is gone'));
      log.changed();
    });
    if (response.destroyed || incoming.socket.destroyed) gone.abort(new Error('the client is gone'));
    log.add(request);
    const onSent = () => {
      request.isAnswered = true;
      log.changed();
    };
    try {
      await answerRequest(response, request, {
        behaviour: typeof behaviour === 'function' ? behaviour(request) : behaviour,
        models,
        version: options.version ?? '0.32.15',
        isOldServer: options.isOldServer ?? false,
        tokensPerSecond: options.tokensPerSecond ?? 60,
        loaded,
        gates,
        signal: gone.signal,
        onSent,
      });
    } catch (error) {
      // A client that leaves is no failure; anything else is a mistake of the test's behaviour and must be seen.
      if (gone.signal.aborted) return;
      onSent();
      if (!response.headersSent) response.writeHead(500);
      response.end(`${JSON.stringify({ error: `demo server: ${String(error)}` })}\n`);
    }
  }

  const server = createServer((incoming, response) => void serve(incoming, response));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;

  return {
    address: `http://127.0.0.1:${port}`,
    port,
    requests: log.requests,
    setBehaviour(next) {
      behaviour = next;
    },
    setModels(next) {
      models = next;
    },
    release: (count = 1, gate = 'default') => gates.release(count, gate),
    shut: (gate = 'default') => gates.shut(gate),
    waitForRequest: (path, nth = 1) => log.waitFor((request) => request.path === path, nth),
    waitForDisconnect: (path = '/api/chat', nth = 1) =>
      log.waitFor((request) => request.path === path && request.isClosedByClient, nth),
    async close() {
      log.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
