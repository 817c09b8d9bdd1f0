import * as plain from 'node:http';
import * as secure from 'node:https';
import { AppError, messageOf } from '#shared/errors.ts';
import { receiveBody } from './receive-body.ts';
import { type Phase, socketFailure } from './socket-failures.ts';

/**
 * HTTP over node:http, because fetch gives up after 300 s without a byte, and a model may load longer than that.
 * Every request has its own connection: closing it is how Ollama is told to stop.
 */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Scheme, host, port and perhaps a path, without a slash at the end. */
  readonly address: string;
  readonly path: string;
  /** Sent as JSON; absent = no body. */
  readonly body?: unknown;
  /** Longest time until the connection stands, name look-up included. */
  readonly connectTimeoutMs: number;
  /** Closes the connection at once; everything pending then throws the signal's reason. */
  readonly signal: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  readonly statusText: string;
  readonly contentType: string;
  /** For redirects; empty when there is none. */
  readonly location: string;
  /** The body as it comes. To be iterated once; leaving the iteration closes the connection. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Resolves when the headers are there; there is no limit to how long that takes once the connection stands.
 * @throws AppError ollama-unreachable, address-invalid, host-unknown, tls-failed, not-ollama, connection-cut; the signal's reason
 */
export function openHttp(request: HttpRequest): Promise<HttpResponse> {
  const { address, signal } = request;
  if (signal.aborted) return Promise.reject(signal.reason);
  const isSecure = address.startsWith('https:');
  const body = request.body === undefined ? null : Buffer.from(JSON.stringify(request.body), 'utf8');

  return new Promise((resolve, reject) => {
    let phase: Phase = 'connecting';
    const outgoing = createRequest(request, isSecure, body);
    const abort = () => outgoing.destroy();
    const watchdog = setTimeout(
      () => outgoing.destroy(new Error(`no connection within ${request.connectTimeoutMs} ms`)),
      request.connectTimeoutMs,
    );
    const settled = () => {
      clearTimeout(watchdog);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort, { once: true });

    outgoing.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        clearTimeout(watchdog);
        phase = 'waiting';
      });
    });
    // Stays for good: an error after the response would otherwise be an uncaught one.
    outgoing.on('error', (error) => {
      settled();
      reject(signal.aborted ? signal.reason : socketFailure(error, phase, address));
    });
    outgoing.once('response', (incoming) => {
      settled();
      resolve({
        status: incoming.statusCode ?? 0,
        statusText: incoming.statusMessage ?? '',
        contentType: incoming.headers['content-type'] ?? '',
        location: incoming.headers.location ?? '',
        chunks: receiveBody(incoming, signal),
      });
    });
    outgoing.end(body ?? undefined);
  });
}

function createRequest(
  { method, address, path }: HttpRequest,
  isSecure: boolean,
  body: Uint8Array | null,
): plain.ClientRequest {
  const options = {
    method,
    // A connection of its own, closed afterwards.
    agent: false,
    headers: {
      accept: 'application/json, application/x-ndjson',
      ...(body === null ? {} : { 'content-type': 'application/json', 'content-length': body.length }),
    },
  };
  try {
    return (isSecure ? secure : plain).request(address + path, options);
  } catch (cause) {
    const details = { address, detail: messageOf(cause) };
    throw new AppError({ code: 'address-invalid', details }, { cause });
  }
}
