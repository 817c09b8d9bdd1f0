import { type DemoServer, type DemoServerOptions, startDemoServer } from '#demo-server/demo-server.ts';
import type { ChatPiece, ChatRequest, OllamaClient } from '../interface.ts';
import { createOllamaClient, type OllamaClientOptions } from '../ollama-client.ts';

/** For tests: a demo server, a client that speaks to it, and both closed at the end of the test (`await using`). */
export interface Harness extends AsyncDisposable {
  readonly server: DemoServer;
  readonly client: OllamaClient;
}

export async function startHarness(
  options: DemoServerOptions = {},
  limits: Omit<OllamaClientOptions, 'address'> = {},
): Promise<Harness> {
  const server = await startDemoServer({ tokensPerSecond: Number.POSITIVE_INFINITY, ...options });
  return {
    server,
    client: createOllamaClient({ address: server.address, ...limits }),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

export function asking(model = 'parlor-demo:latest', content = 'hello'): ChatRequest {
  return { model, messages: [{ role: 'user', content }], parameters: {} };
}

export const never = new AbortController().signal;

/** What came of an answer: everything up to its end or its failure. */
export interface Collected {
  content: string;
  thinking: string;
  readonly pieces: ChatPiece[];
  failure: unknown;
}

/** Reads an answer to its end. Never rejects; the failure is part of the outcome. */
export async function collect(answer: AsyncIterable<ChatPiece>): Promise<Collected> {
  const collected: Collected = { content: '', thinking: '', pieces: [], failure: null };
  try {
    for await (const piece of answer) {
      collected.pieces.push(piece);
      if (piece.kind !== 'done') collected[piece.kind] += piece.text;
    }
  } catch (failure) {
    collected.failure = failure;
  }
  return collected;
}
