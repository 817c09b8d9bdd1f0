import type { IncomingMessage } from 'node:http';
import { AppError } from '#shared/errors.ts';
import { socketFailure } from './socket-failures.ts';

/** While more than this is waiting to be read, nothing more is taken from the socket. */
const mostWaitingBytes = 1024 * 1024;

/**
 * The body's chunks, received from this call on. Not the stream's own iterator, because that forgets what has arrived
 * when the connection breaks, and text that has arrived is to be kept.
 *
 * To be iterated once. Leaving the iteration closes the connection, and so does the signal, iterated or not; the
 * iteration then throws the signal's reason.
 * @throws AppError connection-cut, bad-response (broken HTTP), each after all chunks before it
 */
export function receiveBody(incoming: IncomingMessage, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let isEnded = false;
  let failure: Error | null = null;
  let wake = () => {};

  const end = (error: Error | null) => {
    if (!isEnded) failure = error;
    isEnded = true;
    wake();
  };
  const abort = () => {
    incoming.destroy();
    wake();
  };
  incoming.on('data', (chunk: Uint8Array) => {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes > mostWaitingBytes) incoming.pause();
    wake();
  });
  incoming.on('end', () => end(null));
  incoming.on('error', end);
  incoming.on('close', () => {
    signal.removeEventListener('abort', abort);
    end(new Error('the connection was closed'));
  });
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();

  function take(): Uint8Array | undefined {
    const chunk = waiting.shift();
    waitingBytes -= chunk?.length ?? 0;
    if (waitingBytes <= mostWaitingBytes && incoming.isPaused()) incoming.resume();
    return chunk;
  }

  async function* read(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      while (true) {
        if (signal.aborted) throw signal.reason;
        const chunk = take();
        if (chunk !== undefined) yield chunk;
        else if (failure !== null) throw socketFailure(failure, 'receiving', '');
        else if (isEnded) return;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      incoming.destroy();
    }
  }
  return read();
}

/**
 * The whole body as text.
 * @throws AppError bad-response when it is longer than `maxBytes`; what the chunks throw
 */
export async function readText(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const received: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    received.push(chunk);
    bytes += chunk.length;
    if (bytes > maxBytes) {
      const detail = `the answer is longer than ${maxBytes} bytes`;
      throw new AppError({ code: 'bad-response', details: { detail } });
    }
  }
  return Buffer.concat(received).toString('utf8');
}

/**
 * The beginning of a body that only explains a failure: a broken or endless one explains as far as it came.
 * @throws the signal's reason, nothing else
 */
export async function readExcerpt(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> {
  const received: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      received.push(chunk);
      bytes += chunk.length;
      if (bytes >= maxBytes) break;
    }
  } catch {
    if (signal.aborted) throw signal.reason;
  }
  return Buffer.concat(received).toString('utf8').slice(0, maxBytes);
}
