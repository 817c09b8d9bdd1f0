import type { ServerResponse } from 'node:http';
import type { AnswerOptions, Behaviour } from './behaviours.ts';
import type { Gates } from './gates.ts';
import { brokenJsonLine, createLineWriter } from './lines.ts';
import { cutIntoPieces } from './pieces.ts';

export type StreamingBehaviour = Exclude<Behaviour, { readonly kind: 'http' }>;

/** What is answered, apart from how. */
export interface ChatAnswer {
  /** The model's name as it stands on every line. */
  readonly model: string;
  readonly content: string | readonly string[];
  readonly thinking: string | readonly string[];
  readonly promptTokens: number;
  /** Most pieces to send, thinking included; then the answer ends with the reason `length`. */
  readonly maxPieces: number;
  readonly tokensPerSecond: number;
}

interface Piece {
  readonly kind: 'thinking' | 'content';
  readonly text: string;
}

/** With Infinity tokens per second the event loop still gets its turn after so many pieces. */
const piecesPerTurn = 64;

/**
 * Streams one answer as the behaviour wants it, until its end or until the client is gone.
 * @param signal aborts when the connection is closed; the promise then rejects
 * @param onSent called at the moment the server has nothing more to send
 */
export async function streamChatAnswer(
  response: ServerResponse,
  answer: ChatAnswer,
  behaviour: StreamingBehaviour,
  gates: Gates,
  signal: AbortSignal,
  onSent: () => void,
): Promise<void> {
  const startedAt = performance.now();
  const writer = createLineWriter({
    chunking: behaviour.chunking ?? 'line',
    lineEnding: behaviour.lineEnding ?? '\n',
    finalNewline: behaviour.finalNewline ?? true,
  });
  const allPieces = piecesOf(answer);
  const pieces = allPieces.slice(0, answer.maxPieces);
  const held = behaviour.isTextOnDoneLine === true ? pieces.at(-1) : undefined;
  const streamed = held === undefined ? pieces : pieces.slice(0, -1);
  const after = 'after' in behaviour ? behaviour.after : streamed.length;

  async function send(value: unknown, isLast = false): Promise<void> {
    const line = typeof value === 'string' ? value : JSON.stringify(value);
    for (const chunk of writer.chunksOf(line, isLast)) await write(response, chunk, signal);
  }
  async function sendPieces(from: number, to: number): Promise<void> {
    for (let index = from; index < Math.min(to, streamed.length); index += 1) {
      await waitForTurn(index);
      await send(line(streamed[index]));
    }
  }
  async function waitForTurn(index: number): Promise<void> {
    if (behaviour.kind === 'gated') return gates.pass(behaviour.gate ?? 'default', signal);
    if (Number.isFinite(answer.tokensPerSecond)) {
      const dueAt = firstAt + (index * 1_000) / answer.tokensPerSecond;
      return sleep(dueAt - performance.now(), signal);
    }
    if (index % piecesPerTurn === piecesPerTurn - 1) await sleep(0, signal);
  }
  const line = (piece: Piece | undefined) => ({
    model: answer.model,
    created_at: new Date().toISOString(),
    message: { role: 'assistant', content: '', ...(piece === undefined ? {} : { [piece.kind]: piece.text }) },
    done: false,
    ...behaviour.extraFields,
  });
  const end = () => {
    onSent();
    response.end();
  };

  response.setHeader('content-type', 'application/x-ndjson');
  await sleep(behaviour.delayMs ?? 0, signal);
  if (behaviour.kind === 'hold') await gates.pass(behaviour.gate ?? 'default', signal);
  const firstAt = performance.now();
  await sendPieces(0, after);

  switch (behaviour.kind) {
    case 'answer':
    case 'gated':
    case 'hold':
      break;
    case 'stall':
      response.flushHeaders();
      await gates.pass(behaviour.gate ?? 'default', signal);
      await sendPieces(after, streamed.length);
      break;
    case 'cut':
      response.flushHeaders();
      return end();
    case 'reset':
      // The reset throws away what is not sent yet, so the half line goes out first.
      await new Promise((resolve) => response.write('{"model":"cut in the mid', resolve));
      onSent();
      response.socket?.resetAndDestroy();
      return;
    case 'garbage':
      await send(behaviour.line ?? brokenJsonLine, true);
      return end();
    case 'error-line':
      await send({ error: behaviour.error }, true);
      return end();
  }

  await waitForTurn(streamed.length);
  const times = { startedAt, firstAt, endedAt: performance.now() };
  const reason = pieces.length < allPieces.length ? 'length' : 'stop';
  await send(
    { ...line(held), ...lastFields(behaviour, reason, answer.promptTokens, pieces.length, times) },
    true,
  );
  end();
}

/** The fields of the done line; durations in nanoseconds, as Ollama has them. */
export function lastFields(
  options: AnswerOptions,
  reason: string,
  promptTokens: number,
  replyTokens: number,
  times: { readonly startedAt: number; readonly firstAt: number; readonly endedAt: number },
): Record<string, unknown> {
  const doneReason = options.doneReason === undefined ? reason : options.doneReason;
  const waitNs = nanoseconds(times.firstAt - times.startedAt);
  const statistics = {
    total_duration: nanoseconds(times.endedAt - times.startedAt),
    load_duration: Math.ceil(waitNs * 0.6),
    prompt_eval_count: promptTokens,
    prompt_eval_duration: Math.ceil(waitNs * 0.4),
    eval_count: replyTokens,
    eval_duration: nanoseconds(times.endedAt - times.firstAt),
  };
  return {
    done: true,
    ...(doneReason === null ? {} : { done_reason: doneReason }),
    ...(options.statistics === false ? {} : statistics),
  };
}

const nanoseconds = (milliseconds: number) => Math.max(1, Math.round(milliseconds * 1e6));

export function piecesOf(answer: Pick<ChatAnswer, 'content' | 'thinking'>): readonly Piece[] {
  const of = (kind: Piece['kind'], text: string | readonly string[]): readonly Piece[] =>
    (typeof text === 'string' ? cutIntoPieces(text) : text).map((each) => ({ kind, text: each }));
  return [...of('thinking', answer.thinking), ...of('content', answer.content)];
}

/** Resolves when the chunk is on its way and there is room for the next; rejects when the client is gone. */
function write(response: ServerResponse, chunk: Uint8Array, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason);
  if (response.write(chunk)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = () => {
      response.off('drain', settle);
      signal.removeEventListener('abort', settle);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    response.on('drain', settle);
    signal.addEventListener('abort', settle);
  });
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason);
  if (ms <= 0 && ms !== 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, ms);
    signal.addEventListener('abort', leave, { once: true });
  });
}
