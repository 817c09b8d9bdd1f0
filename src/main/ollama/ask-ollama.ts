import { AppError } from '#shared/errors.ts';
import { isHtml, responseFailure } from './failures.ts';
import { type HttpResponse, openHttp } from './http.ts';
import { readExcerpt, readText } from './receive-body.ts';

/** How Ollama is reached. */
export interface Connection {
  /** Normalised, without a slash at the end. */
  readonly address: string;
  readonly connectTimeoutMs: number;
  readonly metadataTimeoutMs: number;
}

export interface Question {
  readonly path: string;
  /** POSTed as JSON; a GET when absent. */
  readonly body?: unknown;
  /** The model asked for, so that a failure can name it. */
  readonly model?: string;
}

/** 300 models are 0.3 MB. */
const mostMetadataBytes = 64 * 1024 * 1024;
const mostFailureBytes = 64 * 1024;

/**
 * Asks and waits for headers that mean success, as long as it takes.
 * @throws AppError for everything else (see `responseFailure` and `openHttp`); the signal's reason
 */
export async function openAnswer(
  connection: Connection,
  question: Question,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const response = await openHttp({
    method: question.body === undefined ? 'GET' : 'POST',
    address: connection.address,
    path: question.path,
    body: question.body,
    connectTimeoutMs: connection.connectTimeoutMs,
    signal,
  });
  if (response.status === 200 && !isHtml(response.contentType, '')) return response;
  const body = await readExcerpt(response.chunks, mostFailureBytes, signal);
  throw responseFailure(
    { ...response, body },
    { address: connection.address, model: question.model ?? null },
  );
}

/**
 * Asks for a small answer, within the time limit for metadata.
 * @returns the JSON, not yet looked at
 * @throws AppError as `openAnswer`; ollama-unreachable when time is up; bad-response when it is no JSON
 */
export async function askOllama(
  connection: Connection,
  question: Question,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const limit = new AbortController();
  const stop = () => limit.abort(signal?.reason);
  const timer = setTimeout(() => limit.abort(noAnswer(connection)), connection.metadataTimeoutMs);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted === true) stop();
  try {
    const response = await openAnswer(connection, question, limit.signal);
    return parseJson(await readText(response.chunks, mostMetadataBytes));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function noAnswer({ address, metadataTimeoutMs }: Connection): AppError {
  const cause = new Error(`connected, but no complete answer within ${metadataTimeoutMs} ms`);
  return new AppError({ code: 'ollama-unreachable', details: { address } }, { cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = `not JSON: ${text.slice(0, 120)}`;
    throw new AppError({ code: 'bad-response', details: { detail } }, { cause });
  }
}
